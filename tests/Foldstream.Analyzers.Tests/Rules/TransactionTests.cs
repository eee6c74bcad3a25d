using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.TransactionRule, Foldstream.CodeFixes.TransactionFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class TransactionTests
{
    private const string Events =
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Owner);
        [Event("closed")] public sealed record Closed;
        public sealed class Transaction;
        public sealed class Other;

        """;

    [Theory]
    [InlineData("void [|Project|](Closed e) { }", "void Project(Closed e, Transaction transaction) { }")]
    [InlineData("void [|Project|](Closed e, EventContext context, CancellationToken cancellationToken) { }", "void Project(Closed e, EventContext context, Transaction transaction, CancellationToken cancellationToken) { }")]
    public async Task A_missing_transaction_is_added_where_others_tell_which(string wrong, string right) => await Verify.VerifyCodeFixAsync(
        Events + "[Projector(\"ledger\")] public partial class Ledger { void Project(Opened e, Transaction transaction) { } " + wrong + " }",
        Events + "[Projector(\"ledger\")] public partial class Ledger { void Project(Opened e, Transaction transaction) { } " + right + " }");

    [Theory]
    [InlineData("void [|Project|](Closed e) { }", "'Ledger.Project(Closed)' of projector 'Ledger' takes no transaction: take the one of the store, 'TTransaction transaction', and write all rows in it")]
    [InlineData(
        "void Project(Opened e, Transaction transaction) { } void [|Project|](Closed e, Other transaction) { }",
        "'Ledger.Project(Closed, Other)' of projector 'Ledger' takes a 'Other' where others take a 'Transaction': let all take the type that the store offers")]
    public async Task The_message_says_what_is_wrong(string handlers, string message)
    {
        var found = await Verify.VerifyAnalyzerAsync(Events + "[Projector(\"ledger\")] public partial class Ledger { " + handlers + " }");

        Assert.Equal([message], found.Messages());
    }

    [Fact]
    public async Task Subscriptions_and_handlers_of_one_transaction_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Subscription("mailer")] public partial class Mailer { void Handle(Opened e) { } }
        [Projector("ledger")] public partial class Ledger { void Project(Opened e, Transaction? transaction) { } void Project(Closed e, CancellationToken cancellationToken, Transaction transaction) { } }
        """);
}
