using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.OutsideEventSetRule, Foldstream.CodeFixes.OutsideEventSetFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class OutsideEventSetTests
{
    [Fact]
    public async Task Events_get_the_interface() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        namespace Events
        {
            public interface IAccountEvent;
            public abstract record Base;
        }
        namespace Bank
        {
            using Events;
            [Event("opened")] public sealed record Opened : IAccountEvent;
            [Event("closed")] public sealed record Closed(string Reason);
            [Event("moved")] public sealed record Moved(int Number) : Base();
            [Event("left")] public readonly record struct Left { }
            [Aggregate("account", Events = typeof(IAccountEvent))]
            public partial class Account
            {
                private void Apply(Opened e) { }
                private void [|Apply|](Closed e) { }
                private void [|Apply|](Moved e) { }
                private void [|Apply|](Left e) { }
            }
        }
        """,
        """
        using Foldstream;
        namespace Events
        {
            public interface IAccountEvent;
            public abstract record Base;
        }
        namespace Bank
        {
            using Events;
            [Event("opened")] public sealed record Opened : IAccountEvent;
            [Event("closed")] public sealed record Closed(string Reason) : IAccountEvent;
            [Event("moved")] public sealed record Moved(int Number) : Base(), IAccountEvent;
            [Event("left")] public readonly record struct Left : IAccountEvent { }
            [Aggregate("account", Events = typeof(IAccountEvent))]
            public partial class Account
            {
                private void Apply(Opened e) { }
                private void Apply(Closed e) { }
                private void Apply(Moved e) { }
                private void Apply(Left e) { }
            }
        }
        """);

    [Fact]
    public async Task The_message_names_event_and_set()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            public abstract record WalletEvent;
            [Event("opened")] public sealed record Opened;
            [Decider("wallet", Events = typeof(WalletEvent))]
            public partial record Wallet
            {
                public static Wallet InitialState => new();
                private static Wallet [|Evolve|](Wallet state, Opened e) => state;
            }
            """);

        Assert.Equal(["Decider 'Wallet' handles 'Opened', which does not belong to its events, 'WalletEvent': let it derive from that, or remove the handler"], found.Messages());
    }

    [Fact]
    public async Task Members_of_the_set_and_undeclared_sets_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public interface IAccountEvent;
        public interface IEventOf<T>;
        [Event("opened")] public sealed record Opened : IAccountEvent, IEventOf<int>;
        [Aggregate("account", Events = typeof(IAccountEvent))] public partial class Account { private void Apply(Opened e) { } }
        [Aggregate("order", Events = typeof(IEventOf<>))] public partial class Order { private void Apply(Opened e) { } }
        [Aggregate("cart")] public partial class Cart { private void Apply(Opened e) { } }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0035
        public interface IAccountEvent;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account", Events = typeof(IAccountEvent))] public partial class Account { private void Apply(Opened e) { } }
        """);

    [Fact]
    public async Task Handlers_of_subscriptions_and_projectors_are_of_their_set_too()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            public sealed class Transaction;
            public interface IAccountEvent;
            [Event("opened")] public sealed record Opened : IAccountEvent;
            [Event("printed")] public sealed record Printed;
            [Event("mailed")] public sealed record Mailed;
            [Aggregate("account")] [Ignores<Printed>] public partial class Account { void Apply(Opened e) { } }
            [Subscription("mailer", Of = typeof(Account))] public partial class Mailer { void Handle(Opened e) { } void Handle(Printed e) { } void [|Handle|](Mailed e) { } }
            [Projector("ledger", Events = typeof(IAccountEvent))] public partial class Ledger { void Project(Opened e, Transaction transaction) { } void [|Project|](Printed e, Transaction transaction) { } }
            """);

        Assert.Equal(
            [
                "Subscription 'Mailer' handles 'Mailed', which does not belong to its events, 'Account': let it derive from that, or remove the handler",
                "Projector 'Ledger' handles 'Printed', which does not belong to its events, 'IAccountEvent': let it derive from that, or remove the handler",
            ],
            found.Messages());
    }
}
