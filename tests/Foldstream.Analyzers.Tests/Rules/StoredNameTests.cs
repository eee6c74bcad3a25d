using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.StoredNameRule, Foldstream.CodeFixes.StoredNameFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class StoredNameTests
{
    [Theory]
    [InlineData("MoneyDeposited", "money-deposited")]
    [InlineData("AccountOpenedEvent", "account-opened")]
    [InlineData("IBANChanged", "iban-changed")]
    [InlineData("Rate2Fixed", "rate2-fixed")]
    [InlineData("Event", "event")]
    [InlineData("money_moved", "money-moved")]
    public async Task The_name_of_the_type_becomes_the_stored_one(string type, string name) => await Verify.VerifyCodeFixAsync(
        $"using Foldstream; [Event([|\"\"|])] public sealed record {type};",
        $"using Foldstream; [Event(\"{name}\")] public sealed record {type};");

    [Theory]
    [InlineData("""[Event([|"  "|])]""")]
    [InlineData("""[Event([|"a\tb"|])]""")]
    [InlineData("""[Event([|"a\uD800"|])]""")]
    [InlineData("[Event([|Names.TooLong|])]")]
    [InlineData("[Event([|null!|])]")]
    [InlineData("""[Event([|name: ""|])]""")]
    public async Task A_name_that_cannot_be_stored_is_found(string attribute) => await Verify.VerifyAnalyzerAsync(
        "using Foldstream; " + attribute + " public sealed record Opened; static class Names { public const string TooLong = \"" + new string('x', 201) + "\"; }");

    [Fact]
    public async Task Missing_names_are_all_written() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [[|Event|]] public sealed record Opened;
        [[|Event()|]] public sealed record Closed;
        [[|Event(Version = 2)|]] public sealed record Moved;
        """,
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Event("closed")] public sealed record Closed;
        [Event("moved", Version = 2)] public sealed record Moved;
        """,
        allowedErrors: "CS7036");

    [Fact]
    public async Task A_version_below_one_is_found_and_a_name_beside_it_is_kept()
    {
        var found = await Verify.VerifyAnalyzerAsync("using Foldstream; [[|Event(\"opened\", Version = 0)|]] public sealed record Opened;");

        Assert.Equal(["Event 'Opened' cannot be stored: its schema version is 0, and versions start at 1"], found.Messages());
    }

    [Fact]
    public async Task Names_of_up_to_200_characters_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        "using Foldstream; [Event(\"" + new string('x', 200) + "\", Version = 1)] public sealed record Opened; [Event(\"geöffnet 😀\")] public sealed record Other;");

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0008
        [Event("")] public sealed record Opened;
        """);
}
