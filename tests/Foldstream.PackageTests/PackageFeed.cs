using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyFixture(typeof(Foldstream.PackageTests.PackageFeed))]

namespace Foldstream.PackageTests;

/// <summary>The packages of this build in a folder outside of the repository, under a version that was never there before: no cache knows it.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("foldstream-packages-");

    /// <summary>The configuration in which this test was built, and with it all that is packed.</summary>
    public static string Configuration { get; } = typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The names of all packages: one for each library of the runtime.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository, "src", "Runtime")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The version of all packages: the repository's, with a suffix.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The folder with the packages and their packages of symbols.</summary>
    public string Packages => Path.Combine(_root.FullName, "packages");

    public async ValueTask InitializeAsync()
    {
        // Built by the build that built this test. Restored under the version, because a package takes the versions of those that it depends on from there.
        await Dotnet.RunAsync(
            Repository, "pack", "Toolkit.sln", "--configuration", Configuration, "--output", Packages, "-p:NoBuild=true",
            "--version-suffix", $"test.{DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}", "-nodeReuse:false", "-nologo");
        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Packages, "Foldstream.Sqlite.*.nupkg").Single())["Foldstream.Sqlite.".Length..];
        await WriteSettingsAsync();
    }

    /// <summary>Opens a package.</summary>
    internal PackageFile Open(string package, string extension = "nupkg") => new(Path.Combine(Packages, $"{package}.{Version}.{extension}"));

    /// <summary>How a project names a package of this feed.</summary>
    public string Reference(string package) => $"<PackageReference Include=\"{package}\" Version=\"{Version}\" />";

    /// <summary>A new folder for a user's projects, which restore from this feed and from wherever the machine does.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root.FullName, Path.GetRandomFileName())).FullName;

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task WriteSettingsAsync()
    {
        // Packages of this version go to a folder that goes with it; all others are taken from where the machine keeps them.
        await WriteAsync("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="cache" /></config>
              <fallbackPackageFolders><add key="machine" value="{await FindMachinePackagesAsync()}" /></fallbackPackageFolders>
              <packageSources><add key="foldstream-build" value="{Packages}" /></packageSources>
            </configuration>
            """);
        // Shields the projects from whatever stands in the folders above.
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            await WriteAsync(file, "<Project />");
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(_root.FullName, file), text, TestContext.Current.CancellationToken);

    // It prints "global-packages: /home/me/.nuget/packages/".
    private static async Task<string> FindMachinePackagesAsync()
    {
        var printed = await Dotnet.RunAsync(Repository, "nuget", "locals", "global-packages", "--list");
        return printed[(printed.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string FindRepository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
