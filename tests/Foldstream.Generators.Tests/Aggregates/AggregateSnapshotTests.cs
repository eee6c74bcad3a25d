namespace Foldstream.Generators.Tests;

/// <summary>What is written for aggregates, to be read by people.</summary>
public sealed class AggregateSnapshotTests
{
    [Fact]
    public Task An_aggregate() => Verify(Generate.Aggregates("""
        namespace Bank;
        [Event("account-opened")] public sealed record AccountOpened(string Owner);
        [Event("statement-printed")] public sealed record StatementPrinted;
        [Aggregate("account")]
        [Ignores<StatementPrinted>]
        public partial class Account
        {
            private void Apply(AccountOpened e) { }
        }
        """).Driver);

    [Fact]
    public Task A_nested_aggregate_in_the_global_namespace() => Verify(Generate.Aggregates("""
        public static partial class Shop
        {
            public partial record struct Counter
            {
                [Event("counted")] internal sealed record Counted;

                [Aggregate("case")]
                private sealed partial class @event
                {
                    private void Apply(in Counted e) { }
                }
            }
        }
        """).Driver);
}
