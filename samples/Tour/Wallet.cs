using Foldstream;

namespace Tour;

#region decider
public sealed record Deposit(decimal Amount);
public sealed record Withdraw(decimal Amount);

[Event("money-deposited")]
public sealed record MoneyDeposited(decimal Amount);

[Event("money-withdrawn")]
public sealed record MoneyWithdrawn(decimal Amount);

[Decider("wallet")]
public sealed partial record Wallet(decimal Balance)
{
    public static Wallet InitialState => new(0m);

    public static Events Decide(Deposit command, Wallet state) => [new MoneyDeposited(command.Amount)];

    public static Events Decide(Withdraw command, Wallet state) => command.Amount > state.Balance
        ? throw new InvalidOperationException($"There is only {state.Balance} in it.")
        : [new MoneyWithdrawn(command.Amount)];

    private static Wallet Evolve(Wallet state, MoneyDeposited e) => state with { Balance = state.Balance + e.Amount };
    private static Wallet Evolve(Wallet state, MoneyWithdrawn e) => state with { Balance = state.Balance - e.Amount };
}
#endregion
