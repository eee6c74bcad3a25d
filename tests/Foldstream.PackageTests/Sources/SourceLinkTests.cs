using System.Reflection.PortableExecutable;

namespace Foldstream.PackageTests;

/// <summary>Who debugs into a package finds its sources, and nobody finds in it where it was built.</summary>
public sealed class SourceLinkTests(PackageFeed feed)
{
    private const string Remote = "https://github.com/example/foldstream.git";

    [Fact]
    public async Task A_repository_with_a_remote_gives_packages_whose_sources_are_all_found()
    {
        var repository = await RepositoryCopy.CreateAsync(feed.NewFolder(), Remote);
        var packages = Path.Combine(repository.Folder, "artifacts", "packages");
        var version = feed.Version.Split('-')[0];

        await Dotnet.RunAsync(repository.Folder, "pack", "-p:RunAnalyzers=false", "-p:EnablePackageValidation=false", "-nodeReuse:false", "-nologo");

        foreach (var name in PackageFeed.Names)
        {
            using var package = new PackageFile(Path.Combine(packages, $"{name}.{version}.nupkg"));
            using var symbols = new PackageFile(Path.Combine(packages, $"{name}.{version}.snupkg"));
            var told = package.Metadata.Element("repository")!;
            Assert.Equal((Remote, repository.Commit), (told.Attribute("url")!.Value, told.Attribute("commit")!.Value));
            AssertFound(repository, Symbols.OfFile(symbols.Read($"lib/net10.0/{name}.pdb")));
            foreach (var tool in package.Files.Where(IsToolOfTheBuild))
                AssertFound(repository, Symbols.Within(package.Read(tool)));
        }
    }

    [Fact]
    public void No_assembly_tells_the_folder_in_which_it_was_built()
    {
        foreach (var name in PackageFeed.Names)
        {
            using var package = feed.Open(name);
            using var symbols = feed.Open(name, "snupkg");
            foreach (var assembly in package.Files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)))
            {
                using var image = new PEReader(package.Read(assembly));
                Assert.Contains(image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
                var read = IsToolOfTheBuild(assembly) ? Symbols.Within(package.Read(assembly)) : Symbols.OfFile(symbols.Read(Path.ChangeExtension(assembly, "pdb")));
                Assert.All(read.Documents.Where(document => Path.IsPathRooted(document.Name)), document => Assert.StartsWith("/_", document.Name, StringComparison.Ordinal));
            }
        }
    }

    // At the address that the map gives: a file of the commit. What no commit has is within the symbols.
    private static void AssertFound(RepositoryCopy repository, Symbols symbols)
    {
        var root = $"https://raw.githubusercontent.com/example/foldstream/{repository.Commit}/";
        var mapped = symbols.Documents.Where(document => !document.IsEmbedded).ToList();
        Assert.NotEmpty(mapped);
        Assert.All(mapped, document =>
        {
            Assert.StartsWith(root, symbols.AddressOf(document), StringComparison.Ordinal);
            Assert.Contains(symbols.AddressOf(document)![root.Length..], repository.Files);
        });
        Assert.All(symbols.Documents.Where(document => document.IsEmbedded), document => Assert.DoesNotContain(document.Name.Replace("/_/", "", StringComparison.Ordinal), repository.Files));
    }

    private static bool IsToolOfTheBuild(string file) =>
        file.EndsWith(".dll", StringComparison.Ordinal) && !file.StartsWith("lib/", StringComparison.Ordinal);
}
