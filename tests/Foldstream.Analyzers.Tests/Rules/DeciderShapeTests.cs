using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.DeciderShapeRule, Foldstream.CodeFixes.DeciderShapeFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class DeciderShapeTests
{
    private const string Types =
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        public sealed record Open;

        """;

    [Fact]
    public async Task An_initial_state_is_written_from_empty_values() => await Verify.VerifyFixAllAsync(
        Types +
        """
        [Decider("wallet")]
        public sealed partial record [|Wallet|](decimal Balance, int Count, string Owner, string? Note, bool IsOpen, DateTime At)
        {
            // What it decides.
            public static Events Decide(Open command, Wallet state) => [new Opened()];

            private static Wallet Evolve(Wallet state, Opened e) => state;
        }
        [Decider("purse")] public readonly partial record struct [|Purse|](decimal Balance);
        [Decider("bag")] public partial class [|Bag|] { }
        """,
        Types +
        """
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance, int Count, string Owner, string? Note, bool IsOpen, DateTime At)
        {
            // What it decides.
            public static Wallet InitialState => new(0m, 0, "", null, false, default);

            public static Events Decide(Open command, Wallet state) => [new Opened()];

            private static Wallet Evolve(Wallet state, Opened e) => state;
        }
        [Decider("purse")] public readonly partial record struct Purse(decimal Balance)
        {
            public static Purse InitialState => new(0m);
        }
        [Decider("bag")] public partial class Bag
        {
            public static Bag InitialState => new();
        }
        """);

    [Theory]
    [InlineData("public Wallet {0} => new(0m);")]
    [InlineData("public static decimal {0} => 0m;")]
    [InlineData("public static Wallet {0}() => new(0m);")]
    public async Task An_initial_state_of_the_wrong_shape_is_found_where_it_stands(string member)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Types + "[Decider(\"wallet\")] public partial record Wallet(decimal Balance) { " + member.Replace("{0}", "[|InitialState|]", StringComparison.Ordinal) + " }");

        Assert.Equal(["Decider 'Wallet' has no state before its first event: write 'public static Wallet InitialState => …'"], found.Messages());
    }

    [Theory]
    [InlineData("Events {0}(Open command, Wallet state) => [];")]
    [InlineData("static Events {0}(Open command) => [];")]
    [InlineData("static Events {0}(Wallet state, Open command) => [];")]
    [InlineData("static Events {0}(ref Open command, Wallet state) => [];")]
    [InlineData("static object[] {0}(Open command, Wallet state) => [];")]
    [InlineData("static Other.Events {0}(Open command, Wallet state) => [];")]
    public async Task A_decision_of_the_wrong_shape_is_found(string decide)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Types
            + "[Decider(\"other\")] public partial record Other { public static Other InitialState => new(); static Other Evolve(Other state, Opened e) => state; }"
            + "[Decider(\"wallet\")] public partial record Wallet(decimal Balance) { public static Wallet InitialState => new(0m); static Wallet Evolve(Wallet state, Opened e) => state; public "
            + decide.Replace("{0}", "[|Decide|]", StringComparison.Ordinal) + " }");

        Assert.Equal(["'Decide' of decider 'Wallet' is no decision: write 'static Events Decide(Open command, Wallet state)'"], found.Messages());
    }

    [Theory]
    [InlineData("static partial class [|Wallet|] { }", "it is static")]
    [InlineData("ref partial struct [|Wallet|] { public static Wallet InitialState => new(); }", "ref struct")]
    [InlineData("partial record [|Wallet|]<T> { public static Wallet<T> InitialState => new(); }", "type parameters")]
    [InlineData("file partial record [|Wallet|] { public static Wallet InitialState => new(); }", "its own file only")]
    public async Task A_type_that_cannot_be_a_decider_is_found_with_its_reason(string declaration, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync("using Foldstream; [Decider(\"wallet\")] " + declaration);

        Assert.Contains(reason, Assert.Single(found.Messages()));
    }

    [Fact]
    public async Task Deciders_of_the_right_shape_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Types +
        """
        public readonly record struct Close;
        [Decider("wallet")]
        public abstract partial record Wallet
        {
            public static readonly Wallet InitialState = new Empty();
            public static Events Decide(Open command, Wallet state) => [new Opened()];
            public static Events Decide(in Close command, Wallet state) => new();
            private static Wallet Evolve(Wallet state, Opened e) => state;
            private sealed record Empty : Wallet;
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0014
        [Decider("wallet")] public sealed partial record Wallet(decimal Balance);
        """);
}
