namespace Foldstream.Generators.Tests;

/// <summary>Which events and which category a subscription reads.</summary>
public sealed class SubscriptionInterestTests
{
    private const string Source = """
        namespace Bank;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        public interface IAccountEvent;
        [Event("account-opened")] public sealed record AccountOpened(string Owner) : IAccountEvent;
        [Event("account-closed")] public sealed record AccountClosedV1 : IAccountEvent;
        [Event("account-closed", Version = 2)] public sealed record AccountClosed(string Why) : IAccountEvent { [Upcast] public static AccountClosed From(AccountClosedV1 old) => new(""); }
        [Event("parcel-sent")] public sealed record ParcelSent;
        [Event("parcel-lost")] public sealed record ParcelLost;
        [Aggregate("account", Events = typeof(IAccountEvent))]
        [Ignores<AccountClosed>]
        public partial class Account { private void Apply(AccountOpened e) { } }
        [Decider("parcel")]
        [Ignores<ParcelLost>]
        public sealed partial record Parcel { public static Parcel InitialState => new(); private static Parcel Evolve(Parcel state, ParcelSent e) => state; }
        """;

    [Theory]
    [InlineData("Of = typeof(Account)", "\"account\"", "account-opened account-closed")]
    [InlineData("Of = typeof(Account), Category = \"archive\"", "\"archive\"", "account-opened account-closed")]
    [InlineData("Events = typeof(IAccountEvent)", "null", "account-opened account-closed")]
    [InlineData("Events = typeof(IAccountEvent), Category = \"archive\"", "\"archive\"", "account-opened account-closed")]
    [InlineData("Of = typeof(Parcel)", "\"parcel\"", "parcel-sent parcel-lost")]
    [InlineData("Of = typeof(Parcel), Events = typeof(IAccountEvent)", "\"parcel\"", "account-opened account-closed")]
    public void A_batch_handler_takes_the_newest_versions_of_the_declared_set(string declared, string category, string names)
    {
        var run = Generate.Everything(Source + $"\n[Subscription(\"search\", {declared})] public partial class Search {{ Task Handle(IReadOnlyList<TypedEvent> events) => Task.CompletedTask; }}");

        var generated = run.AssertCompiles().Generated("Bank.Search.Subscription.g.cs");

        Assert.Contains($"\"search\", {category},\n", generated, StringComparison.Ordinal);
        Assert.Equal(names.Split(' '), generated.Split('\n').Where(line => line.EndsWith("\",", StringComparison.Ordinal) && line.Count(character => character == '"') == 2).Select(line => line.Trim(' ', '"', ',')));
    }

    [Fact]
    public void Handlers_of_base_types_are_called_and_private_ones_of_theirs_are_not()
    {
        var run = Generate.Everything(Source + """

            public abstract class Base
            {
                protected virtual Task Handle(AccountOpened e) => Task.CompletedTask;
                private void Handle(ParcelSent e) { }
            }
            [Subscription("mailer")] public partial class Mailer : Base { private void Handle(ParcelLost e) { } protected override Task Handle(AccountOpened e) => Task.CompletedTask; }
            """);

        var generated = run.AssertCompiles().AssertNoWarnings().Generated("Bank.Mailer.Subscription.g.cs");

        Assert.Contains("\"account-opened\" => new(1, ", generated, StringComparison.Ordinal);
        Assert.DoesNotContain("parcel-sent", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_may_stand_in_any_order_and_be_optional()
    {
        var run = Generate.Everything(Source + """

            [Subscription("mailer")] public partial class Mailer { void Handle(ParcelLost e, System.Threading.CancellationToken cancellationToken = default, EventContext? context = null) { } }
            """);

        Assert.Contains("Handle((global::Bank.ParcelLost)routed.Event!, cancellationToken, context);", run.AssertCompiles().Generated("Bank.Mailer.Subscription.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_class_can_be_a_subscription_and_a_projector()
    {
        var run = Generate.Everything(Source + """

            [Subscription("mailer")] [Projector("ledger")] public partial class Both { void Handle(ParcelLost e) { } void Project(ParcelSent e, Account transaction) { } }
            """);

        run.AssertCompiles().AssertNoWarnings();
        Assert.Contains("Bank.Both.Projector.g.cs", run.HintNames());
        Assert.Contains("Bank.Both.Subscription.g.cs", run.HintNames());
    }
}
