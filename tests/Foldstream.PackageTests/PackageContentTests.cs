using System.Xml.Linq;

namespace Foldstream.PackageTests;

/// <summary>What is in the packages, file by file, and what they say of themselves.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    private static readonly string[] Frameworks = ["net10.0", "net9.0"];

    // What a package holds beside its libraries.
    private static readonly Dictionary<string, string[]> Extras = new(StringComparer.Ordinal)
    {
        ["Foldstream"] =
        [
            "analyzers/dotnet/cs/Foldstream.Analyzers.dll",
            "analyzers/dotnet/cs/Foldstream.Generators.dll",
            "analyzers/dotnet/roslyn4.14/cs/Foldstream.CodeFixes.dll",
            "buildMultiTargeting/Foldstream.targets",
            "buildTransitive/Foldstream.props",
            "buildTransitive/Foldstream.targets",
            "tools/Foldstream.Catalogue.dll",
            "tools/Foldstream.Catalogue.runtimeconfig.json",
        ],
        ["Foldstream.Postgres"] = [],
        ["Foldstream.Sqlite"] = ["buildTransitive/Foldstream.Sqlite.targets"],
        ["Foldstream.Testing"] = [],
    };

    private static readonly Dictionary<string, string[]> Dependencies = new(StringComparer.Ordinal)
    {
        ["Foldstream"] = [],
        ["Foldstream.Postgres"] = ["Foldstream", "Npgsql"],
        ["Foldstream.Sqlite"] = ["Foldstream", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3"],
        ["Foldstream.Testing"] = ["Foldstream"],
    };

    public static TheoryData<string> Packages => [.. PackageFeed.Names];

    [Fact]
    public void Each_library_of_the_runtime_is_a_package_with_symbols_and_nothing_else_is() =>
        Assert.Equal(
            PackageFeed.Names.SelectMany(name => new[] { $"{name}.{feed.Version}.nupkg", $"{name}.{feed.Version}.snupkg" }).Order(StringComparer.Ordinal),
            Directory.GetFiles(feed.Packages).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_holds_its_library_and_docs_for_each_framework_and_no_other_file(string name)
    {
        using var package = feed.Open(name);

        var libraries = Frameworks.SelectMany(framework => new[] { $"lib/{framework}/{name}.dll", $"lib/{framework}/{name}.xml" });
        Assert.Equal([.. libraries.Concat(Extras[name]).Append("README.md").Append($"{name}.nuspec").Order(StringComparer.Ordinal)], package.Files);
        Assert.All(package.Files, file => Assert.NotEqual(0, package.Read(file).Length));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Its_docs_describe_its_types(string name)
    {
        using var package = feed.Open(name);

        foreach (var framework in Frameworks)
        {
            var members = XElement.Load(package.Read($"lib/{framework}/{name}.xml")).Element("members")!.Elements().Select(member => member.Attribute("name")!.Value).ToList();
            Assert.Contains(members, member => member.StartsWith($"T:{name}.", StringComparison.Ordinal));
            Assert.Contains(members, member => member.StartsWith($"M:{name}.", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_says_what_it_is_by_whom_and_under_which_licence(string name)
    {
        using var package = feed.Open(name);
        var metadata = package.Metadata;

        Assert.Equal(name, metadata.Element("id")!.Value);
        Assert.Equal(feed.Version, metadata.Element("version")!.Value);
        // Without one it would be "Package Description".
        Assert.EndsWith(".", metadata.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Equal("README.md", metadata.Element("readme")!.Value);
        Assert.Equal(("expression", "MIT"), (metadata.Element("license")!.Attribute("type")!.Value, metadata.Element("license")!.Value));
        Assert.Equal("The Foldstream contributors", metadata.Element("authors")!.Value);
        Assert.Contains("event-sourcing", metadata.Element("tags")!.Value.Split(' '));
        // A package of the runtime, which a project must not leave out for its own users.
        Assert.Null(metadata.Element("developmentDependency"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_depends_on_the_same_for_each_framework_and_hands_on_the_generator(string name)
    {
        using var package = feed.Open(name);
        var groups = package.Metadata.Element("dependencies")!.Elements("group").ToList();

        Assert.Equal(Frameworks, groups.Select(group => group.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal));
        foreach (var group in groups)
        {
            Assert.Equal(Dependencies[name], group.Elements().Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));
            foreach (var core in group.Elements().Where(dependency => dependency.Attribute("id")!.Value == "Foldstream"))
            {
                Assert.Equal(feed.Version, core.Attribute("version")!.Value);
                Assert.Null(core.Attribute("exclude"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Its_symbols_are_in_a_package_of_their_own(string name)
    {
        using var symbols = feed.Open(name, "snupkg");

        Assert.Equal([$"{name}.nuspec", .. Frameworks.Select(framework => $"lib/{framework}/{name}.pdb")], symbols.Files);
    }
}
