using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.UnservableEventRule, Foldstream.CodeFixes.UnservableEventFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnservableEventTests
{
    [Theory]
    [InlineData("abstract record {0};", "abstract")]
    [InlineData("static class {0};", "static")]
    [InlineData("ref struct {0};", "ref struct")]
    [InlineData("record {0}<T>;", "type parameters")]
    [InlineData("file record {0};", "seen by its own file only")]
    public async Task The_reason_is_named(string declaration, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync("using Foldstream; [Event(\"opened\")] " + declaration.Replace("{0}", "[|Opened|]", StringComparison.Ordinal));

        var message = Assert.Single(found.Messages());
        Assert.StartsWith("'Opened", message, StringComparison.Ordinal);
        Assert.Contains(reason, message);
    }

    [Fact]
    public async Task An_event_in_a_generic_type_is_generic() => await Verify.VerifyAnalyzerAsync(
        "using Foldstream; public class Shop<T> { [Event(\"opened\")] public record [|Opened|]; }");

    [Fact]
    public async Task Private_and_protected_events_are_made_internal() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        public class Account
        {
            [Event("opened")] private sealed record [|Opened|];
            [Event("closed")] record [|Closed|];
            [Event("moved")] sealed record [|Moved|];
            [Event("blocked")] private protected record [|Blocked|];
            [Event("freed")] protected record [|Freed|];

            private static class Inner
            {
                [Event("inner")] public sealed record [|Innermost|];
            }
        }
        """,
        """
        using Foldstream;
        public class Account
        {
            [Event("opened")] internal sealed record Opened;
            [Event("closed")] internal record Closed;
            [Event("moved")] internal sealed record Moved;
            [Event("blocked")] internal record Blocked;
            [Event("freed")] internal record Freed;

            internal static class Inner
            {
                [Event("inner")] public sealed record Innermost;
            }
        }
        """);

    [Fact]
    public async Task Every_servable_kind_of_event_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("1")] public sealed record Opened;
        [Event("2")] internal record struct Closed;
        [Event("3")] class Moved { [Event("4")] protected internal struct Nested; }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0007
        [Event("opened")] public abstract record Opened;
        """);
}
