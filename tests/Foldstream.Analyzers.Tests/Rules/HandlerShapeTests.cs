using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.HandlerShapeRule, Foldstream.CodeFixes.HandlerShapeFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class HandlerShapeTests
{
    private const string Events =
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Owner);
        public sealed record Plain;

        """;

    [Theory]
    [InlineData("private static void Apply(Opened e) { }", "private void Apply(Opened e) { }")]
    [InlineData("private int Apply(Opened e) => count++;", "private void Apply(Opened e) => count++;")]
    [InlineData("private string Apply(Opened e) => owner = e.Owner;", "private void Apply(Opened e) => owner = e.Owner;")]
    [InlineData("private async Task Apply(Opened e) { owner = e.Owner; }", "private void Apply(Opened e) { owner = e.Owner; }")]
    [InlineData("private async void Apply(Opened e) => count++;", "private void Apply(Opened e) => count++;")]
    public async Task A_handler_of_an_aggregate_gets_the_right_shape(string wrong, string right) => await Verify.VerifyCodeFixAsync(
        Events + "[Aggregate(\"account\")] public partial class Account { private string owner = \"\"; private int count; " + Marked(wrong) + " }",
        Events + "[Aggregate(\"account\")] public partial class Account { private string owner = \"\"; private int count; " + right + " }");

    [Fact]
    public async Task A_handler_of_a_decider_becomes_static() => await Verify.VerifyFixAllAsync(
        Events +
        """
        [Event("closed")] public sealed record Closed;
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            private Wallet [|Evolve|](Wallet state, Opened e) => state;
            public Wallet [|Evolve|](Wallet state, Closed e) => state;
        }
        """,
        Events +
        """
        [Event("closed")] public sealed record Closed;
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            private static Wallet Evolve(Wallet state, Opened e) => state;
            public static Wallet Evolve(Wallet state, Closed e) => state;
        }
        """);

    [Theory]
    [InlineData("static void Apply(Opened e) { }", "'Apply' of aggregate 'Account' is no handler, because it is static: write 'void Apply(Opened e)'")]
    [InlineData("static void Apply(string e) { }", "'Apply' of aggregate 'Account' is no handler, because it is static: write 'void Apply(TEvent e)'")]
    [InlineData("void Apply<T>(T e) { }", "'Apply' of aggregate 'Account' is no handler, because it has type parameters: write 'void Apply(TEvent e)'")]
    [InlineData("int Apply(Opened e) => 0;", "'Apply' of aggregate 'Account' is no handler, because it returns something: write 'void Apply(Opened e)'")]
    [InlineData("async Task Apply(Opened e) => await Task.Yield();", "'Apply' of aggregate 'Account' is no handler, because it is async, and state changes before anything is awaited: write 'void Apply(Opened e)'")]
    [InlineData("void Apply(ref Opened e) { }", "'Apply' of aggregate 'Account' is no handler, because its parameters are not one event, by value: write 'void Apply(Opened e)'")]
    [InlineData("void Apply(int times, Opened e) { }", "'Apply' of aggregate 'Account' is no handler, because its parameters are not one event, by value: write 'void Apply(Opened e)'")]
    [InlineData("void Apply() { }", "'Apply' of aggregate 'Account' is no handler, because its parameters are not one event, by value: write 'void Apply(TEvent e)'")]
    [InlineData("void Apply(Plain e) { }", "'Apply' of aggregate 'Account' is no handler, because 'Plain' is not marked with [Event]: write 'void Apply(TEvent e)'")]
    public async Task The_message_says_what_is_wrong_with_a_handler_of_an_aggregate(string handler, string message)
    {
        var found = await Verify.VerifyAnalyzerAsync(Events + "[Aggregate(\"account\")] public partial class Account { " + Marked(handler) + " }");

        Assert.Equal([message], found.Messages());
    }

    [Theory]
    [InlineData("Wallet Evolve(Wallet state, Opened e) => state;", "it is not static")]
    [InlineData("static Wallet Evolve<T>(Wallet state, T e) => state;", "it has type parameters")]
    [InlineData("static void Evolve(Wallet state, Opened e) { }", "it does not return 'Wallet'")]
    [InlineData("static Wallet Evolve(Opened e) => InitialState;", "its parameters are not a state and an event, by value")]
    [InlineData("static Wallet Evolve(Wallet state, Plain e) => state;", "'Plain' is not marked with [Event]")]
    public async Task The_message_says_what_is_wrong_with_a_handler_of_a_decider(string handler, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events + "[Decider(\"wallet\")] public partial record Wallet(decimal Balance) { public static Wallet InitialState => new(0m); " + Marked(handler) + " }");

        Assert.Contains($"because {reason}: write 'static Wallet Evolve(Wallet state, ", Assert.Single(found.Messages()));
    }

    [Fact]
    public async Task A_handler_that_a_base_type_gets_wrong_is_reported_at_the_aggregate() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        public abstract class Base { protected int Apply(Opened e) => 0; }
        [Aggregate("account")] public partial class [|Account|] : Base;
        """);

    [Fact]
    public async Task Handlers_and_methods_of_other_types_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Event("closed")] public readonly record struct Closed;
        public abstract class Base { private void Apply(string hidden) { } }
        [Aggregate("account")] public partial class Account : Base { void Apply(Opened e) { } public void Apply(in Closed e) { } }
        public class Other { int Apply(string text) => 0; }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Aggregate("account")] public partial class Account
        {
        #pragma warning disable FS0003
            void Apply(string text) { }
        }
        """);

    private static string Marked(string method)
    {
        var name = method.Contains("Apply", StringComparison.Ordinal) ? "Apply" : "Evolve";
        return method.Replace(name, $"[|{name}|]", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static void [|Apply|](Sold e) { }", "it is static")]
    [InlineData("int [|Apply|](Sold e) => 1;", "it returns something")]
    [InlineData("void [|Apply|](Sold e, int till) { }", "its parameters are not one event, and an EventContext if it wants one, by value")]
    [InlineData("void [|Apply|](string e) { }", "'string' is not marked with [Event]")]
    public async Task A_projection_has_handlers_too(string handler, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            "using Foldstream; [Event(\"sold\")] public sealed record Sold(string Shop); [Projection(\"sales\")] public partial class Sales { [Key] static string By(Sold e) => e.Shop; " + handler + " }");

        Assert.Contains($"of projection 'Sales' is no handler, because {reason}: ", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }
}
