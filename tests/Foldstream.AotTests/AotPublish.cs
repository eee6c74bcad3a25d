using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Foldstream.AotTests;

/// <summary>Publishes a project with NativeAOT into a folder of its own and runs it there.</summary>
internal sealed partial class AotPublish : IDisposable
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    // What is built for one program serves the next; two builds at once would write the same files.
    private static readonly SemaphoreSlim Building = new(1);

    private readonly string project;

    private AotPublish(string project) => this.project = project;

    public string Folder { get; } = Directory.CreateTempSubdirectory("foldstream-aot-").FullName;

    /// <summary>The warnings of the publish, each once, by what is warned of and where: <c>IL2026 Microsoft.Data.Sqlite.…</c>.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    private string Program => Path.Combine(Folder, "app", Path.GetFileName(project));

    /// <param name="project">The project's folder in the repository.</param>
    public static async Task<AotPublish> RunAsync(string project)
    {
        var publish = new AotPublish(project);
        await Building.WaitAsync();
        try
        {
            // Intermediate files of their own: the build of the other framework keeps its files.
            var output = await ProcessRun.OutputAsync(
                "dotnet",
                [
                    "publish", Path.Combine(Root, project), "--configuration", "Release", "--use-current-runtime", "--self-contained",
                    "--output", Path.Combine(publish.Folder, "app"), "--artifacts-path", AotArtifacts.Folder,
                    "-p:AotCheck=true", "-p:CppCompilerAndLinker=gcc", "-p:TrimmerSingleWarn=false",
                    // The build has analysed the source, with warnings as errors; here the native compiler does so for the whole program.
                    "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", "-nodeReuse:false", "-nologo",
                ],
                publish.Folder);
            publish.Warnings = [.. WarningPattern().Matches(output).Select(match => $"{match.Groups["id"].Value} {match.Groups["member"].Value.Trim()}").Distinct(StringComparer.Ordinal)];
        }
        finally
        {
            Building.Release();
        }

        return publish;
    }

    /// <summary>Fails with each warning that is not a known one of another library, and with each known one that is not there any more.</summary>
    public void AssertWarnings(params string[] known)
    {
        var added = Warnings.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(added.Count == 0, $"The native compiler warns of {Path.GetFileName(project)}:\n{string.Join('\n', added)}\nCure what is ours; list by its name what is another library's, and harmless.");
        var gone = known.Except(Warnings, StringComparer.Ordinal).ToList();
        Assert.True(gone.Count == 0, $"The native compiler does not warn any more: take these from the list.\n{string.Join('\n', gone)}");
    }

    /// <summary>Runs the native program in an empty folder; gives what it prints.</summary>
    public Task<string> ExecuteAsync(string[] arguments, params (string Name, string Value)[] environment) =>
        ProcessRun.OutputAsync(Program, arguments, EmptyFolder(), environment);

    /// <summary>Tells how large the native program is, and how long it takes from its start to its end when it does nothing, at the best of several times.</summary>
    public async Task<string> MeasureAsync()
    {
        var fastest = TimeSpan.MaxValue;
        for (var time = 0; time < 5; time++)
        {
            var started = Stopwatch.GetTimestamp();
            await ExecuteAsync([]);
            fastest = Stopwatch.GetElapsedTime(started) is var taken && taken < fastest ? taken : fastest;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileName(project)}: {new FileInfo(Program).Length / 1048576.0:0.0} MiB, starts and ends in {fastest.TotalMilliseconds:0} ms");
    }

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

    [GeneratedRegex(@"warning (?<id>[A-Z]+\d+): (?<member>[^:(\[\r\n]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex WarningPattern();
}
