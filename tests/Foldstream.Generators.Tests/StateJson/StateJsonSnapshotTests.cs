namespace Foldstream.Generators.Tests;

/// <summary>What is written for the state of types, to be read by people.</summary>
public sealed class StateJsonSnapshotTests
{
    [Fact]
    public Task The_state_of_an_aggregate() => Verify(Generate.Events("""
        namespace Bank;
        public abstract class Base
        {
            private int seen;
            protected string Kind { get; set; } = "";
        }
        [Aggregate("account")]
        [Snapshot(Every = 100, Policy = nameof(Rule), InBackground = true)]
        public partial class Account : Base
        {
            private readonly System.Collections.Generic.List<int> steps = [];
            private decimal? _limit;
            public string Owner { get; private set; } = "";
            public string? Branch { get; }
            private static SnapshotPolicy Rule => SnapshotPolicy.Manual;
        }
        """).Driver);

    [Fact]
    public Task The_state_of_a_decider() => Verify(Generate.Events("""
        namespace Bank;
        [Decider("wallet")]
        [Snapshot]
        public partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
        }
        """).Driver);
}
