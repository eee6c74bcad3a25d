namespace Foldstream.Generators.Tests;

/// <summary>What an assembly's event model says of those who handle its events.</summary>
public sealed class EventModelTests
{
    private const string Source = """
        namespace Bank;
        [Event("account-opened")] public sealed record AccountOpened(string Owner);
        [Event("account-closed")] public sealed record AccountClosed;
        [Aggregate("account")]
        [Ignores<AccountClosed>]
        public partial class Account
        {
            private string owner = "";
            private void Apply(AccountOpened e) => owner = e.Owner;
        }
        public static partial class Around
        {
            [Decider("count")]
            private sealed partial record Count(int Number)
            {
                public static Count InitialState => new(0);
                private static Count Evolve(Count state, AccountOpened e) => new(state.Number + 1);
            }
        }
        """;

    [Fact]
    public Task The_types_that_handle_events() => Verify(Generate.Events(Source).Driver);

    [Fact]
    public void An_edit_of_a_handlers_body_writes_nothing() => Generate.Events(Source)
        .Replace("owner = e.Owner", "owner = e.Owner.Trim()")
        .AssertModelUnchanged(Steps.HandlingTypes)
        .AssertOutputsCached();

    [Fact]
    public void A_new_handler_reaches_the_model()
    {
        var edited = Generate.Events(Source).Replace("private string", "private void Apply(AccountClosed e) { } private string");

        edited.AssertModelModified(Steps.EventNames).AssertOutputsModified();
        Assert.Contains("[\"account-closed\", \"account-opened\"]", edited.Generated("BankEvents.Model.g.cs"), StringComparison.Ordinal);
    }
}
