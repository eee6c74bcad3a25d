using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.NoHandlerRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class NoHandlerTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IAccountEvent;
        [Event("opened")] public sealed record Opened(string Owner) : IAccountEvent;
        public sealed class Transaction;

        """;

    [Fact]
    public async Task A_type_without_handlers_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events +
            """
            [Subscription("mailer")] public partial class [|Mailer|];
            [Projector("ledger")] public partial class [|Ledger|] { void Handle(Opened e) { } }
            [Subscription("search", Events = typeof(IAccountEvent))] [Ignores<Opened>] public partial class [|Search|];
            """);

        Assert.Equal(
            [
                "Subscription 'Mailer' has no handler, and would be given nothing: write 'Task Handle(TEvent e)'",
                "Projector 'Ledger' has no handler, and would be given nothing: write 'Task Project(TEvent e, TTransaction transaction)'",
                "Subscription 'Search' has no handler, and would be given nothing: write 'Task Handle(TEvent e)'",
            ],
            found.Messages());
    }

    [Fact]
    public async Task What_other_rules_tell_of_is_left_to_them() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Subscription("mailer")] public partial class Mailer { void Handle(string text) { } }
        [Subscription("search", Events = typeof(IAccountEvent))] public partial class Search;
        """);
}
