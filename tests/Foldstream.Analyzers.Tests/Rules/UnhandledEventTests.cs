using Foldstream.TestKit;
using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.UnhandledEventRule, Foldstream.CodeFixes.UnhandledEventFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnhandledEventTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IAccountEvent;
        [Event("opened")] public sealed record Opened : IAccountEvent;
        [Event("withdrawn")] public sealed record Withdrawn(decimal Amount) : IAccountEvent;
        [Event("other")] public sealed record Other;
        public sealed record Plain : IAccountEvent;

        """;

    [Fact]
    public async Task A_declared_event_gets_a_handler_after_the_last_one() => await Verify.VerifyCodeFixAsync(
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        public partial class [|Account|]
        {
            public void Open() => Raise(new Opened());

            private void Apply(Opened e) { } // nothing to keep

            public override string ToString() => "";
        }
        """,
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        public partial class Account
        {
            public void Open() => Raise(new Opened());

            private void Apply(Opened e) { } // nothing to keep
            private void Apply(Withdrawn e) => throw new NotImplementedException();

            public override string ToString() => "";
        }
        """);

    [Fact]
    public async Task A_declared_event_may_be_ignored_instead() => await Verify.VerifyCodeFixAsync(
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        public partial class [|Account|]
        {
            private void Apply(Opened e) { }
        }
        """,
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        [Ignores<Withdrawn>]
        public partial class Account
        {
            private void Apply(Opened e) { }
        }
        """,
        codeActionIndex: 1);

    [Fact]
    public async Task All_declared_events_get_handlers_at_once_where_there_was_not_even_a_body() => await Verify.VerifyFixAllAsync(
        Events + "[Aggregate(\"account\", Events = typeof(IAccountEvent))] public partial class {|FS0002:{|FS0002:Account|}|};",
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))] public partial class Account
        {
            private void Apply(Opened e) => throw new NotImplementedException();
            private void Apply(Withdrawn e) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public async Task A_raised_event_gets_a_handler_however_often_it_is_raised() => await Verify.VerifyFixAllAsync(
        Events +
        """
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());

            public void Withdraw(decimal amount)
            {
                Raise([|new Withdrawn(amount)|]);
                this.Raise([|new Withdrawn(amount)|]);
            }

            private void Apply(Opened e)
            {
            }
        }
        """,
        Events +
        """
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());

            public void Withdraw(decimal amount)
            {
                Raise(new Withdrawn(amount));
                this.Raise(new Withdrawn(amount));
            }

            private void Apply(Opened e)
            {
            }

            private void Apply(Withdrawn e) => throw new NotImplementedException();
        }
        """,
        allowedErrors: "CS1503");

    [Fact]
    public async Task The_first_raised_event_is_found_where_nothing_can_be_raised_yet() => await Verify.VerifyCodeFixAsync(
        Events +
        """
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise([|new Opened()|]);
        }
        """,
        Events +
        """
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            private void Apply(Opened e) => throw new NotImplementedException();
        }
        """,
        0,
        "CS0103");

    [Fact]
    public async Task A_handler_is_written_into_the_file_that_has_the_others() => await Verify.VerifyCodeFixAsync(
        [
            new SourceFile("Events.cs", Events),
            new SourceFile("Commands.cs", "namespace Bank; partial class Account { void Withdraw() => Raise([|new Withdrawn(1m)|]); }"),
            new SourceFile("Account.cs", "namespace Bank;\r\n[Foldstream.Aggregate(\"account\")]\r\npartial class Account\r\n{\r\n\tvoid Apply(Opened e) { }\r\n}\r\n"),
        ],
        [
            new SourceFile("Commands.cs", "namespace Bank; partial class Account { void Withdraw() => Raise(new Withdrawn(1m)); }"),
            new SourceFile("Account.cs", "namespace Bank;\r\n[Foldstream.Aggregate(\"account\")]\r\npartial class Account\r\n{\r\n\tvoid Apply(Opened e) { }\r\n\tprivate void Apply(Withdrawn e) => throw new NotImplementedException();\r\n}\r\n"),
        ],
        0,
        "CS1503");

    [Fact]
    public async Task An_event_that_derives_from_a_handled_one_would_be_stored_as_that_one() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public record Opened;
        [Event("opened-by-phone")] public sealed record OpenedByPhone : Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise([|new OpenedByPhone()|]);
            private void Apply(Opened e) { }
        }
        """);

    [Fact]
    public async Task What_a_decider_decides_gets_a_handler() => await Verify.VerifyCodeFixAsync(
        Events +
        """
        public sealed record Open;
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Open command, Wallet state) => [new Opened(), [|new Withdrawn(1m)|]];
            private static Wallet Evolve(Wallet state, Opened e) => state;
        }
        """,
        Events +
        """
        public sealed record Open;
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Open command, Wallet state) => [new Opened(), new Withdrawn(1m)];
            private static Wallet Evolve(Wallet state, Opened e) => state;
            private static Wallet Evolve(Wallet state, Withdrawn e) => throw new NotImplementedException();
        }
        """,
        0,
        "CS1503", "CS1950");

    [Fact]
    public async Task Every_way_to_decide_is_seen() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        public sealed record Open;
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Open command, Wallet state)
            {
                var events = new Events { [|new Withdrawn(1m)|] };
                events.Add([|new Withdrawn(2m)|]);
                events.Add(new Opened());
                if (state.Balance > 1m)
                    return new() { [|new Withdrawn(3m)|] };
                return state.Balance > 0m ? events : [[|new Withdrawn(4m)|]];
            }
            private static Wallet Evolve(Wallet state, Opened e) => state;
        }
        """,
        "CS1503", "CS1950");

    [Fact]
    public async Task A_decider_that_evolves_by_nothing_yet_is_told_what_is_missing() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        public sealed record Open;
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Open command, Wallet state) => [[|new Opened()|]];
        }
        """,
        "CS9215", "CS1061", "CS1503", "CS1950");

    [Fact]
    public async Task The_message_names_the_event_and_both_ways_out()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events +
            """
            [Decider("wallet", Events = typeof(IAccountEvent))]
            public sealed partial record [|Wallet|](decimal Balance)
            {
                public static Wallet InitialState => new(0m);
                private static Wallet Evolve(Wallet state, Opened e) => state;
            }
            """);

        Assert.Equal(
            ["Decider 'Wallet' does not handle 'Withdrawn', which belongs to 'IAccountEvent': write 'static Wallet Evolve(Wallet state, Withdrawn e)', or mark it with '[Ignores<Withdrawn>]'"],
            found.Messages());
    }

    [Fact]
    public async Task An_event_of_a_subscriptions_set_gets_a_handler_behind_the_others() => await Verify.VerifyCodeFixAsync(
        Events +
        """
        [Subscription("mailer", Events = typeof(IAccountEvent))]
        public partial class [|Mailer|]
        {
            private Task Handle(Opened e, EventContext context) => Task.CompletedTask;
        }
        """,
        Events +
        """
        [Subscription("mailer", Events = typeof(IAccountEvent))]
        public partial class Mailer
        {
            private Task Handle(Opened e, EventContext context) => Task.CompletedTask;
            private Task Handle(Withdrawn e) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public async Task An_event_of_a_projectors_set_gets_a_handler_with_the_transaction_of_the_others() => await Verify.VerifyCodeFixAsync(
        Events +
        """
        public static class Store { public sealed class Transaction; }
        [Projector("ledger", Events = typeof(IAccountEvent))]
        public partial class [|Ledger|]
        {
            private void Project(Opened e, Store.Transaction transaction) { }
        }
        """,
        Events +
        """
        public static class Store { public sealed class Transaction; }
        [Projector("ledger", Events = typeof(IAccountEvent))]
        public partial class Ledger
        {
            private void Project(Opened e, Store.Transaction transaction) { }
            private Task Project(Withdrawn e, Store.Transaction transaction) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public async Task The_events_of_an_aggregate_or_decider_are_a_set_those_that_it_ignores_included()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events +
            """
            [Aggregate("account")] [Ignores<Withdrawn>] public partial class Account { private void Apply(Opened e) { } }
            [Subscription("mailer", Of = typeof(Account))] public partial class [|Mailer|] { private void Handle(Opened e) { } }
            [Subscription("search", Of = typeof(Account))] public partial class Search { private void Handle(IReadOnlyList<TypedEvent> events) { } }
            """);

        Assert.Equal(
            ["Subscription 'Mailer' does not handle 'Withdrawn', which belongs to 'Account': write 'Task Handle(Withdrawn e)', or mark it with '[Ignores<Withdrawn>]'"],
            found.Messages());
    }

    [Fact]
    public async Task The_events_of_an_aggregate_of_another_assembly_are_known_though_its_handlers_are_private()
    {
        var library = Library.Of(
            """
            using Foldstream;
            [Event("moved")] public sealed record Moved;
            [Aggregate("box")] public partial class Box { private void Apply(Moved e) { } }
            """);

        var found = await library.AnalyzeAsync(new UnhandledEventRule(), "[Foldstream.Subscription(\"mailer\", Of = typeof(Box))] partial class Mailer;");

        Assert.Equal(["Moved"], found.Select(diagnostic => diagnostic.Properties[UnhandledEventRule.EventProperty]!.Split(':')[1]));
    }

    [Fact]
    public async Task Handled_ignored_foreign_and_plain_types_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        [Ignores<Withdrawn>]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            private void Apply(Opened e) { }
        }

        public class Bell
        {
            public void Ring() => Raise(new Opened());
            private void Raise(object e) { }
        }
        """);

    [Fact]
    public async Task A_handler_of_the_wrong_shape_is_left_to_the_rule_about_shapes() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        public partial class Account
        {
            private static void Apply(Opened e) { }
            private int Apply(Withdrawn e) => 0;
        }
        """);

    [Fact]
    public async Task Events_of_references_belong_to_the_set_unless_nobody_here_can_name_them()
    {
        var library = Library.Of(
            """
            using Foldstream;
            public interface IShared;
            [Event("moved")] public sealed record Moved : IShared;
            [Event("hidden")] internal sealed record Hidden : IShared;
            """);

        var found = await library.AnalyzeAsync(new UnhandledEventRule(), "[Foldstream.Aggregate(\"account\", Events = typeof(IShared))] partial class Account;");

        Assert.Equal(["Moved"], found.Select(diagnostic => diagnostic.Properties[UnhandledEventRule.EventProperty]!.Split(':')[1]));
    }

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        #pragma warning disable FS0002
        [Aggregate("account", Events = typeof(IAccountEvent))] public partial class Account;
        """);
}
