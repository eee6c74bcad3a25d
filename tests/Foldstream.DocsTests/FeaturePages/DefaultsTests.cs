using System.Reflection;

namespace Foldstream.DocsTests;

/// <summary>The tables of options under «Defaults» name every option there is, and the default that it really has.</summary>
public sealed class DefaultsTests
{
    public static TheoryData<string> Options() => [.. Tables().Select(table => table.Type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_is_listed_with_the_default_that_it_has(string type)
    {
        var (options, table) = Assert.Single(Tables(), found => found.Type.Name == type);
        Assert.Equal("Default", table.Header[1]);
        var defaults = Create(options);
        Assert.Equal(
            Settable(options).Select(property => property.Name).Order(StringComparer.Ordinal),
            table.Rows.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(table.Rows, row => AssertDefault(type, row, DefaultText.Of(options.GetProperty(Name(row))!.GetValue(defaults))));
    }

    [Fact]
    public void All_options_of_the_packages_are_on_a_page() =>
        Assert.Empty(Packages.Types.Where(IsOptions).Except(Tables().Select(table => table.Type)).Select(type => type.Name));

    [Theory]
    [InlineData(1024, "1,024")]
    [InlineData(0.2, "0.2")]
    [InlineData(true, "`true`")]
    [InlineData("foldstream", "`foldstream`")]
    [InlineData(null, "none")]
    [InlineData(FailureAction.DeadLetter, "`DeadLetter`")]
    public void A_default_has_one_way_to_be_written(object? value, string expected) => Assert.Equal(expected, DefaultText.Of(value));

    // What stands behind the value explains it: 'none: every stream'.
    private static void AssertDefault(string type, IReadOnlyList<string> row, string expected) => Assert.True(
        row[1] == expected || row[1].StartsWith($"{expected}: ", StringComparison.Ordinal),
        $"The default of {type}.{Name(row)} is {expected}; the page says '{row[1]}'.");

    private static IEnumerable<(Type Type, MarkdownTable Table)> Tables() =>
        from page in Page.OfFeatures()
        from table in MarkdownTable.In(page.Section("Defaults"))
        where MarkdownTable.Code(table.Header[0]) is [_]
        let name = MarkdownTable.Code(table.Header[0])[0]
        select (Packages.Find(name) ?? throw new InvalidOperationException($"{page.Path} has defaults of '{name}', which is no public type."), table);

    private static string Name(IReadOnlyList<string> row) => Assert.Single(MarkdownTable.Code(row[0]));

    private static IEnumerable<PropertyInfo> Settable(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true });

    // Attributes take names, which have no default.
    private static object Create(Type options)
    {
        var constructor = options.GetConstructors().First();
        return constructor.Invoke([.. constructor.GetParameters().Select(_ => "name")]);
    }

    private static bool IsOptions(Type type) => type.IsClass && Settable(type).Any()
        && (type.Name.EndsWith("Options", StringComparison.Ordinal)
            || type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.PropertyType == type
            || type.GetProperty("All", BindingFlags.Public | BindingFlags.Static)?.PropertyType == type);
}
