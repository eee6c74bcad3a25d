using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Foldstream.AotTests;

/// <summary>Publishes a project with NativeAOT into a folder of its own and runs it there.</summary>
internal sealed partial class AotPublish : IDisposable
{
    private static readonly string Root = FindRoot();

    private readonly string project;

    private AotPublish(string project) => this.project = project;

    public string Folder { get; } = Directory.CreateTempSubdirectory("foldstream-aot-").FullName;

    /// <summary>The warnings of the publish, each once: <c>IL2026: …</c>.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <param name="project">The project's folder in the repository.</param>
    public static async Task<AotPublish> RunAsync(string project)
    {
        var publish = new AotPublish(project);
        // Its own intermediate folder: the build of the other framework keeps its files.
        var output = await ProcessRun.OutputAsync(
            "dotnet",
            [
                "publish", Path.Combine(Root, project), "--configuration", "Release", "--use-current-runtime", "--self-contained",
                "--output", Path.Combine(publish.Folder, "app"), "--artifacts-path", Path.Combine(publish.Folder, "artifacts"),
                "-p:AotCheck=true", "-p:CppCompilerAndLinker=gcc", "-p:TrimmerSingleWarn=false",
                "-p:TreatWarningsAsErrors=false", "-nodeReuse:false", "-nologo",
            ],
            publish.Folder);
        publish.Warnings = [.. WarningPattern().Matches(output).Select(match => match.Value.Trim()).Distinct(StringComparer.Ordinal)];
        return publish;
    }

    /// <summary>Runs the native program in an empty folder; gives what it prints.</summary>
    public Task<string> ExecuteAsync(params (string Name, string Value)[] environment) =>
        ProcessRun.OutputAsync(Path.Combine(Folder, "app", Path.GetFileName(project)), [], EmptyFolder(), environment);

    /// <summary>Runs a script of the repository; gives what it prints.</summary>
    public static Task<string> RunScriptAsync(string script, params string[] arguments) =>
        ProcessRun.OutputAsync(Path.Combine(Root, script), arguments, Root);

    /// <summary>Runs the same project on the JIT in an empty folder; gives what it prints.</summary>
    public Task<string> ExecuteJitAsync() =>
        ProcessRun.OutputAsync("dotnet", ["run", "--project", Path.Combine(Root, project), "--configuration", "Release"], EmptyFolder());

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string EmptyFolder() => Directory.CreateDirectory(Path.Combine(Folder, Path.GetRandomFileName())).FullName;

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"warning (IL|CS|FS)\d+:.*$", RegexOptions.Multiline)]
    private static partial Regex WarningPattern();
}
