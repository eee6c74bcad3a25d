using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.AsyncVoidHandlerRule, Foldstream.CodeFixes.AsyncVoidHandlerFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class AsyncVoidHandlerTests
{
    private const string Events =
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Owner);
        public sealed class Transaction;

        """;

    [Theory]
    [InlineData("[Subscription(\"mailer\")] public partial class Mailer { private async void [|Handle|](Opened e) => await Task.Yield(); }")]
    [InlineData("[Projector(\"ledger\")] public partial class Ledger { private async void [|Project|](Opened e, Transaction transaction) { await Task.Yield(); } }")]
    public async Task A_handler_that_awaits_returns_a_task(string source) => await Verify.VerifyCodeFixAsync(
        Events + source,
        Events + source.Replace("async void", "async Task", StringComparison.Ordinal).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

    [Fact]
    public async Task Handlers_that_await_nothing_and_other_methods_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Subscription("mailer")] public partial class Mailer
        {
            private void Handle(Opened e) { }
            private async void Send() => await Task.Yield();
        }
        """);
}
