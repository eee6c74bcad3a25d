namespace Foldstream.Generators.Tests;

public sealed class FoldSnapshotTests
{
    [Fact]
    public Task The_fold_of_an_aggregate_and_of_a_decider() => Verify(Generate.Folds(
        """
        namespace Bank;

        [Event("moved")] public sealed record Moved(int By);

        [Aggregate("account")]
        public partial class Account
        {
            public int Total { get; private set; }
            private void Apply(Moved e) => Total += e.By;
        }

        [Decider("wallet")]
        public sealed partial record Wallet(int Total)
        {
            public static Wallet InitialState => new(0);
            private static Wallet Evolve(Wallet state, Moved e) => new(state.Total + e.By);
        }
        """).Driver);
}
