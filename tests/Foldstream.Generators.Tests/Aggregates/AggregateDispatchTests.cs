namespace Foldstream.Generators.Tests;

/// <summary>What a user may and may not write against the generated part.</summary>
public sealed class AggregateDispatchTests
{
    private const string Events = """
        namespace Bank;
        [Event("account-opened")] public sealed record AccountOpened(string Owner);
        [Event("account-closed")] public sealed record AccountClosed;

        """;

    [Fact]
    public void Raising_a_handled_event_compiles() => Generate.Everything(Events + """
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new AccountOpened("Alice"));
            private void Apply(AccountOpened e) { }
        }
        """).AssertCompiles().AssertNoWarnings();

    [Fact]
    public void Raising_another_event_does_not_compile()
    {
        var run = Generate.Everything(Events + """
            [Aggregate("account")]
            public partial class Account
            {
                public void Close() => Raise(new AccountClosed());
                private void Apply(AccountOpened e) { }
            }
            """);

        Assert.Equal("CS1503", Assert.Single(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Id);
    }

    [Fact]
    public void Handlers_of_a_base_class_are_handlers() => Assert.Contains("aggregate.Apply(global::Bank.AccountOpenedJsonConverter", Generate.Everything(Events + """
        public abstract class Base { protected void Apply(AccountOpened e) { } private void Apply(AccountClosed e) { } }
        [Aggregate("account")]
        public partial class Account : Base;
        """).AssertCompiles().Generated("Bank.Account.Aggregate.g.cs"), StringComparison.Ordinal);

    [Fact]
    public void Handlers_in_several_files_are_handlers() => Generate.Everything(
        Events + """
        [Aggregate("account")]
        public partial class Account { private void Apply(AccountOpened e) { } }
        """,
        """
        namespace Bank;
        public partial class Account { private void Apply(AccountClosed e) { } public void Close() => Raise(new AccountClosed()); }
        """).AssertCompiles();

    [Theory]
    [InlineData("public class Account { }")]
    [InlineData("public partial record Account;")]
    [InlineData("public abstract partial class Account { }")]
    [InlineData("public partial class Account { public Account(int x) { } }")]
    [InlineData("public partial class Account<T> { }")]
    [InlineData("public partial class Account { public string Id => \"\"; }")]
    [InlineData("public partial class Account { private void Raise(int x) { } }")]
    public void What_it_cannot_serve_it_leaves_to_the_rules(string declaration)
    {
        var run = Generate.Aggregates($"""namespace Bank; [Aggregate("account")] {declaration}""");

        Assert.Empty(run.HintNames());
    }

    [Fact]
    public void Names_that_differ_by_case_alone_get_files_of_their_own() => Assert.Equal(2, Generate.Everything(Events + """
        [Aggregate("a")] public partial class Order { private void Apply(AccountOpened e) { } }
        [Aggregate("b")] public partial class order { private void Apply(AccountOpened e) { } }
        """).AssertCompiles().HintNames().Count(name => name.EndsWith(".Aggregate.g.cs", StringComparison.Ordinal)));
}
