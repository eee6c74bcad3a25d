using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyFixture(typeof(Foldstream.PackageTests.PackageFeed))]

namespace Foldstream.PackageTests;

/// <summary>The packages of this build in a folder outside of the repository, under a version that was never there before: no cache knows it.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string Configuration = typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("foldstream-packages-");

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The version of all packages.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";

    private string Packages => Path.Combine(_root.FullName, "packages");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Directory.GetFiles(Path.Combine(Repository, "src", "Runtime"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            await PackAsync(project);
        await WriteSettingsAsync();
    }

    /// <summary>The files of a package.</summary>
    public IReadOnlyList<string> FilesOf(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Packages, $"{package}.{Version}.nupkg"));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>Copies a file of a package into a folder; gives its path there.</summary>
    public string Extract(string package, string file, string folder)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Packages, $"{package}.{Version}.nupkg"));
        var target = Path.Combine(folder, Path.GetFileName(file));
        archive.GetEntry(file)!.ExtractToFile(target);
        return target;
    }

    /// <summary>A new folder for a user's projects, which restore from this feed and from wherever the machine does.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root.FullName, Path.GetRandomFileName())).FullName;

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    // Restored under the version, because a package takes the versions of those that it depends on from there; built by the build that built this test.
    private Task PackAsync(string project) => Dotnet.RunAsync(
        Repository, "pack", project, "--configuration", Configuration, "--output", Packages, $"-p:PackageVersion={Version}", "-p:NoBuild=true", "-nodeReuse:false", "-nologo");

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
