using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.DuplicateHandlerRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class DuplicateHandlerTests
{
    [Fact]
    public async Task A_handler_by_value_beside_one_by_reference_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("moved")] public readonly record struct Moved(decimal Amount);
            [Aggregate("account")] public partial class Account { void Apply(Moved e) { } void [|Apply|](in Moved e) { } }
            """);

        Assert.StartsWith("Aggregate 'Account' handles 'Moved' twice, by 'Account.Apply(Moved)' and by 'Account.Apply(in Moved)'", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_hides_the_one_of_a_base_type_is_found() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        public abstract class Base { protected void Apply(Opened e) { } }
        [Aggregate("account")] public partial class Account : Base { private new void [|Apply|](Opened e) { } }
        """);

    [Fact]
    public async Task Two_functions_of_a_decider_for_one_event_are_found() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Decider("wallet")] public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            private static Wallet Evolve(Wallet state, Opened e) => state;
            private static Wallet [|Evolve|](in Wallet state, Opened e) => state;
        }
        """);

    [Fact]
    public async Task A_handler_that_overrides_and_private_ones_of_base_types_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Event("closed")] public sealed record Closed;
        public abstract class Base { protected virtual void Apply(Opened e) { } private void Apply(Closed e) { } }
        public abstract class Middle : Base { protected override void Apply(Opened e) { } }
        [Aggregate("account")] public partial class Account : Middle { protected override void Apply(Opened e) { } void Apply(Closed e) { } }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("moved")] public readonly record struct Moved(decimal Amount);
        #pragma warning disable FS0011
        [Aggregate("account")] public partial class Account { void Apply(Moved e) { } void Apply(in Moved e) { } }
        """);

    [Fact]
    public async Task A_projection_takes_an_event_with_or_without_its_context() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("sold")] public sealed record Sold(string Shop);
        [Projection("sales")] public partial class Sales { [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } void [|Apply|](Sold e, EventContext context) { } }
        """);
}
