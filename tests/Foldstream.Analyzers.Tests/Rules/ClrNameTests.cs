using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.ClrNameRule, Foldstream.CodeFixes.ClrNameFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class ClrNameTests
{
    [Fact]
    public async Task Names_of_types_become_kebab_case() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Event([|"AccountOpened"|])] public sealed record AccountOpened;
        [Event([|"Bank.AccountClosed"|])] public sealed record AccountClosed;
        [Event([|"bank.Accounts+Moved"|])] public sealed record MovedEvent;
        """,
        """
        using Foldstream;
        [Event("account-opened")] public sealed record AccountOpened;
        [Event("account-closed")] public sealed record AccountClosed;
        [Event("moved")] public sealed record MovedEvent;
        """);

    [Fact]
    public async Task The_message_names_the_event_and_the_way_out()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            [Foldstream.Event([|"AccountOpened"|])] public sealed record AccountOpened;
            """);

        Assert.Equal(["Event 'AccountOpened' is stored as 'AccountOpened', which looks like the name of a type and is not to change with it: call it 'account-opened'"], found.Messages());
    }

    [Fact]
    public async Task Names_that_are_written_for_storing_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("account-opened")] public sealed record AccountOpened;
        [Event("orders.order-placed")] public sealed record OrderPlaced;
        [Event("accountClosed")] public sealed record AccountClosed;
        [Event("iban_2-changed")] public sealed record IBANChanged;
        [Event("")] public sealed record Nameless;
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0017
        [Event("AccountOpened")] public sealed record AccountOpened;
        """);
}
