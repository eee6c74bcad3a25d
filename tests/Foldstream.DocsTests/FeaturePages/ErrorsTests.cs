using System.Text.Json;
using System.Text.RegularExpressions;

namespace Foldstream.DocsTests;

/// <summary>The errors on the pages are those that there are, and each has its line.</summary>
public sealed partial class ErrorsTests
{
    public static TheoryData<string> Pages() => [.. Page.All()];

    public static TheoryData<string> FeaturePages() => [.. Page.OfFeatures().Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(FeaturePages))]
    public void A_table_of_errors_says_when_and_what_to_do(string page) => Assert.All(
        MarkdownTable.In(new Page(page).Section("Errors")),
        table =>
        {
            Assert.Equal(["Error", "When", "What to do"], table.Header);
            Assert.All(table.Rows, row => Assert.All(row, cell => Assert.NotEqual("", cell)));
        });

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_error_that_is_named_exists(string page) => Assert.All(
        ExceptionPattern().Matches(Repository.Read(page)).Select(match => match.Value).Distinct(StringComparer.Ordinal),
        name => Assert.True(IsError(name), $"{page} names {name}, which is no public type."));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_rule_that_is_named_exists(string page) => Assert.All(
        RulePattern().Matches(Repository.Read(page)).Select(match => match.Value).Distinct(StringComparer.Ordinal),
        id => Assert.Contains(id, RuleTables.Ids));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_member_of_a_type_of_the_packages_that_is_named_exists(string page) => Assert.All(
        MemberPattern().Matches(Repository.Read(page)).Select(match => (Type: match.Groups["type"].Value, Member: match.Groups["member"].Value)).Distinct(),
        named => Assert.True(
            Packages.Find(named.Type) is not { } type || HasMember(type, named.Member),
            $"{page} names {named.Type}.{named.Member}, which is not there."));

    [Fact]
    public void Every_error_of_the_packages_is_in_a_table()
    {
        var listed = Page.OfFeatures().SelectMany(page => MarkdownTable.In(page.Section("Errors"))).SelectMany(table => table.Rows).SelectMany(row => MarkdownTable.Code(row[0]));
        // What generated readers throw reaches nobody: it is the inner error of an EventReadException.
        var errors = Packages.Types.Where(type => typeof(Exception).IsAssignableFrom(type) && !type.IsAbstract && !typeof(JsonException).IsAssignableFrom(type)).Select(type => type.Name);
        Assert.Empty(errors.Except(listed));
    }

    private static bool IsError(string name) => Packages.Find(name) is not null || typeof(object).Assembly.GetType($"System.{name}") is not null;

    private static bool HasMember(Type type, string member)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            if (owner.GetMember(member).Length > 0)
                return true;
        }

        return type.GetInterfaces().Any(parent => parent.GetMember(member).Length > 0);
    }

    [GeneratedRegex(@"\b[A-Z]\w*Exception\b")]
    private static partial Regex ExceptionPattern();

    [GeneratedRegex(@"\bFS\d{4}\b")]
    private static partial Regex RulePattern();

    // In text only: code is compiled anyway.
    [GeneratedRegex(@"`(?<type>[A-Z]\w+)\.(?<member>[A-Z]\w+)[^`\n]*`")]
    private static partial Regex MemberPattern();
}
