using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.UnneededIgnoresRule, Foldstream.CodeFixes.UnneededIgnoresFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnneededIgnoresTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IAccountEvent;
        [Event("opened")] public sealed record Opened : IAccountEvent;
        [Event("closed")] public sealed record Closed : IAccountEvent;
        [Event("other")] public sealed record Other;
        public sealed record Plain : IAccountEvent;

        """;

    [Fact]
    public async Task What_sets_nothing_aside_is_removed() => await Verify.VerifyFixAllAsync(
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        [[|Ignores<Opened>|]]
        [Ignores<Closed>, [|Ignores<Plain>|], [|Ignores<int[]>|]]
        public partial class Account
        {
            void Apply(Opened e) { }
        }

        [[|Ignores<Opened>|], Serializable]
        public class Bell;
        """,
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))]
        [Ignores<Closed>]
        public partial class Account
        {
            void Apply(Opened e) { }
        }

        [Serializable]
        public class Bell;
        """);

    [Theory]
    [InlineData("Opened", "'Opened' has a handler")]
    [InlineData("Other", "'Other' does not belong to 'IAccountEvent'")]
    [InlineData("Plain", "'Plain' is not marked with [Event]")]
    public async Task The_reason_is_named(string type, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events + $"[Aggregate(\"account\", Events = typeof(IAccountEvent))] [[|Ignores<{type}>|]] public partial class Account {{ void Apply(Opened e) {{ }} void Apply(Closed e) {{ }} }}");

        Assert.Equal([$"'[Ignores<{type}>]' on 'Account' sets nothing aside, because {reason}: remove it"], found.Messages());
    }

    [Fact]
    public async Task The_second_of_two_and_those_on_other_types_are_found() => await Verify.VerifyAnalyzerAsync(
        Events + "[Aggregate(\"account\")] [Ignores<Opened>] [[|Ignores<Opened>|]] public partial class Account; [[|Ignores<Opened>|]] public class Bell;");

    [Fact]
    public async Task Events_that_would_be_missing_are_ignored_rightly() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Aggregate("account", Events = typeof(IAccountEvent))] [Ignores<Opened>] [Ignores<Closed>] public partial class Account;
        [Aggregate("order")] [Ignores<Other>] public partial class Order { void Apply(Opened e) { } }
        [Decider("wallet")] [Ignores<Other>] public partial record Wallet { public static Wallet InitialState => new(); }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        #pragma warning disable FS0012
        [Aggregate("account")] [Ignores<Plain>] public partial class Account;
        """);

    [Fact]
    public async Task A_subscription_ignores_events_of_its_set() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Event("printed")] public sealed record Printed;
        [Event("mailed")] public sealed record Mailed;
        [Aggregate("account")] [Ignores<Printed>] public partial class Account { void Apply(Opened e) { } }
        [Subscription("mailer", Of = typeof(Account))] [Ignores<Printed>] [[|Ignores<Mailed>|]] public partial class Mailer { void Handle(Opened e) { } }
        [Subscription("other")] [Ignores<Printed>] public partial class Other { void Handle(Opened e) { } }
        """);
}
