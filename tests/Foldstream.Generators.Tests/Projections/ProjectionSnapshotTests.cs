namespace Foldstream.Generators.Tests;

/// <summary>What is written for projections, to be read by people.</summary>
public sealed class ProjectionSnapshotTests
{
    [Fact]
    public Task A_projection_of_one_stream() => Verify(Generate.Projections("""
        namespace Bank;
        [Event("account-opened")] public sealed record AccountOpened(string Owner);
        [Event("account-closed")] public sealed record AccountClosed;
        [Event("statement-printed")] public sealed record StatementPrinted;
        [Aggregate("account")]
        public partial class Account
        {
            private void Apply(AccountOpened e) { }
            private void Apply(AccountClosed e) { }
            private void Apply(StatementPrinted e) { }
        }
        public enum Currency { Euro, Dollar }
        public sealed record Money(decimal Amount, Currency Currency);
        [Projection("balances", Of = typeof(Account))]
        [Ignores<StatementPrinted>]
        public partial class BalanceView
        {
            private int hidden;
            [Index] public string? Owner { get; private set; }
            public Money Balance { get; private set; } = new(0, Currency.Euro);
            public System.DateTimeOffset? OpenedAt { get; private set; }
            public System.Collections.Generic.List<Money> Steps { get; } = [];
            public string[] Tags { get; private set; } = [];
            private void Apply(AccountOpened e, EventContext context) { }
            [DeletesDocument] private void Apply(AccountClosed e) { }
        }
        """).Driver);

    [Fact]
    public Task A_projection_by_keys() => Verify(Generate.Projections("""
        public static partial class Shop
        {
            [EventValue] public readonly record struct Tag(string Text);
            public enum Color { Red, Blue }
            [Event("painted")] public sealed record Painted(Color Color);
            [Event("tagged")] public sealed record Tagged(Tag[] Tags);

            [Projection("uses", Commutative = true)]
            private sealed partial class @event
            {
                [Key] private static Color? By(Painted e, EventContext context) => e.Color;
                [Key] private static System.Collections.Generic.IEnumerable<Tag> By(Tagged e) => e.Tags;
                private void Apply(Painted e) { }
                private void Apply(Tagged e) { }
            }
        }
        """).Driver);
}
