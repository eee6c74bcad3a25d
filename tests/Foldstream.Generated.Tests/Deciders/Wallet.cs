namespace Foldstream.Generated.Tests;

public sealed record Deposit(decimal Amount);

public sealed record Withdraw(decimal Amount);

[Event("wallet-filled")]
public sealed record WalletFilled(decimal Amount);

[Event("wallet-emptied")]
public sealed record WalletEmptied(decimal Amount);

[Event("wallet-counted")]
public sealed record WalletCounted;

[Decider("wallet")]
[Ignores<WalletCounted>]
public sealed partial record Wallet(decimal Balance)
{
    public static Wallet InitialState => new(0m);

    public static Events Decide(Deposit command, Wallet state) => [new WalletFilled(command.Amount)];

    public static Events Decide(Withdraw command, Wallet state) => command.Amount > state.Balance
        ? throw new InvalidOperationException("There is not so much in it.")
        : command.Amount == 0 ? [] : [new WalletEmptied(command.Amount / 2), new WalletEmptied(command.Amount / 2)];

    private static Wallet Evolve(Wallet state, WalletFilled e) => state with { Balance = state.Balance + e.Amount };

    private static Wallet Evolve(Wallet state, WalletEmptied e) => state with { Balance = state.Balance - e.Amount };
}

/// <summary>A state that is a struct.</summary>
[Decider("counter")]
public readonly partial record struct Counter(int Count)
{
    public static readonly Counter InitialState;

    public static Events Decide(int by, Counter state) => [new Counted(by)];

    private static Counter Evolve(Counter state, Counted e) => new(state.Count + e.By);
}

[Event("counted")]
public readonly record struct Counted(int By);
