using System.Diagnostics;
using System.Xml.Linq;

namespace Foldstream.TestKit;

/// <summary>Builds a project with <c>dotnet build</c>, because only that shows what a user's command line prints: compiler errors can hide analyzers.</summary>
/// <remarks>The project uses no packages, so that nothing is downloaded.</remarks>
public sealed record CommandLineBuild
{
    /// <summary>The assemblies that the code uses, by path. The default is none.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The generators and analyzers, by path. The default is none.</summary>
    public IReadOnlyList<string> Analyzers { get; init; } = [];

    /// <summary>The build files of a package, by path, imported before and after the project's own. The default is none.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>Properties of the project. The default is none.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The target that is built. The default is "Build".</summary>
    public string Target { get; init; } = "Build";

    /// <summary>Writes the sources into a temporary project called TestProject, builds it for net10.0, and removes it.</summary>
    public async Task<CommandLineBuildResult> RunAsync(IReadOnlyList<SourceFile> sources, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-build-").FullName;
        try
        {
            return await RunAsync(folder, sources, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same in a folder that stays: what an earlier build left there is found by a later one.</summary>
    public async Task<CommandLineBuildResult> RunAsync(string folder, IReadOnlyList<SourceFile> sources, CancellationToken cancellationToken = default)
    {
        foreach (var file in SourceFile.Named(sources).Concat(BuildFiles()))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, cancellationToken);
        }

        return await BuildAsync(folder, cancellationToken);
    }

    private IEnumerable<SourceFile> BuildFiles()
    {
        yield return new SourceFile("TestProject.csproj", ProjectFile());
        // Shields the project from whatever stands in the folders above it.
        yield return new SourceFile("Directory.Build.props", "<Project />");
        yield return new SourceFile("Directory.Build.targets", "<Project />");
        yield return new SourceFile("Directory.Packages.props", "<Project />");
        yield return new SourceFile("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
    }

    private string ProjectFile() => new XElement(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        Import(".props"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", "net10.0"),
            new XElement("Nullable", "enable"),
            new XElement("ImplicitUsings", "enable"),
            Properties.Select(property => new XElement(property.Key, property.Value))),
        new XElement(
            "ItemGroup",
            References.Select(path => Item("Reference", path)),
            Analyzers.Select(path => Item("Analyzer", path))),
        Import(".targets")).ToString();

    private IEnumerable<XElement> Import(string kind) =>
        Imports.Where(path => path.EndsWith(kind, StringComparison.Ordinal)).Select(path => new XElement("Import", new XAttribute("Project", path)));

    private static XElement Item(string kind, string path) =>
        File.Exists(path) ? new XElement(kind, new XAttribute("Include", path)) : throw new FileNotFoundException($"{kind} {path} does not exist.", path);

    private async Task<CommandLineBuildResult> BuildAsync(string folder, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartInfo(folder))!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new CommandLineBuildResult(process.ExitCode, output + await error, folder);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo StartInfo(string folder)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["build", $"-t:{Target}", "-nologo", "-v:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A test run that was itself started by MSBuild would hand its tool paths down.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }
}
