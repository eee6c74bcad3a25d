using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.NotPartialRule, Foldstream.CodeFixes.NotPartialFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class NotPartialTests
{
    [Fact]
    public async Task An_aggregate_that_is_not_partial_gets_the_modifier() => await Verify.VerifyCodeFixAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public sealed class [|Account|]
        {
            public void Open() => Raise(new Opened());
            private void Apply(Opened e) { }
        }
        """,
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public sealed partial class Account
        {
            public void Open() => Raise(new Opened());
            private void Apply(Opened e) { }
        }
        """,
        0,
        "CS0103");

    [Fact]
    public async Task A_decider_that_is_not_partial_gets_the_modifier() => await Verify.VerifyCodeFixAsync(
        """
        namespace Bank;
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        public sealed record Open;
        [Decider("wallet")]
        public sealed record [|Wallet|](decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Open command, Wallet state) => [new Opened()];
            private static Wallet Evolve(Wallet state, Opened e) => state;
        }
        """,
        """
        namespace Bank;
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        public sealed record Open;
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Open command, Wallet state) => [new Opened()];
            private static Wallet Evolve(Wallet state, Opened e) => state;
        }
        """);

    [Fact]
    public async Task A_subscription_and_a_projector_that_are_not_partial_get_the_modifier() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Subscription("mailer")] public class [|Mailer|];
        [Projector("ledger")] public class [|Ledger|];
        """,
        """
        using Foldstream;
        [Subscription("mailer")] public partial class Mailer;
        [Projector("ledger")] public partial class Ledger;
        """);

    [Fact]
    public async Task All_types_around_get_the_modifier_and_each_only_once() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        public static class Shop
        {
            public struct Rooms
            {
                [Aggregate("account")] public class [|Account|];
                [Aggregate("customer")] public partial class [|Customer|];
            }
        }
        """,
        """
        using Foldstream;
        public static partial class Shop
        {
            public partial struct Rooms
            {
                [Aggregate("account")] public partial class Account;
                [Aggregate("customer")] public partial class Customer;
            }
        }
        """);

    [Fact]
    public async Task The_message_names_every_type_that_lacks_the_modifier()
    {
        var found = await Verify.VerifyAnalyzerAsync("using Foldstream; class Shop { [Aggregate(\"account\")] class [|Account|]; }");

        Assert.Equal(["Aggregate 'Shop.Account' cannot be continued by the generator: add 'partial' to 'Shop' and 'Account'"], found.Messages());
    }

    [Fact]
    public async Task Partial_types_and_types_without_attribute_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        partial class Shop { [Aggregate("account")] partial class Account; }
        class Other;
        """);
}
