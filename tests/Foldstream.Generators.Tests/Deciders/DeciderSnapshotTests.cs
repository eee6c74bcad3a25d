namespace Foldstream.Generators.Tests;

/// <summary>What is written for deciders, to be read by people.</summary>
public sealed class DeciderSnapshotTests
{
    [Fact]
    public Task A_decider() => Verify(Generate.Deciders("""
        namespace Bank;
        public sealed record Deposit(decimal Amount);
        [Event("money-deposited")] public sealed record MoneyDeposited(decimal Amount);
        [Event("wallet-counted")] internal sealed record WalletCounted;
        [Event("wallet-moved")] public sealed record WalletMoved;
        [Decider("wallet")]
        [Ignores<WalletMoved>]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Deposit command, Wallet state) => [new MoneyDeposited(command.Amount)];
            private static Wallet Evolve(Wallet state, MoneyDeposited e) => state with { Balance = state.Balance + e.Amount };
            private static Wallet Evolve(Wallet state, WalletCounted e) => state;
        }
        """).Driver);
}
