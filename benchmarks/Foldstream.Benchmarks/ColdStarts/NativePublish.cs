namespace Foldstream.Benchmarks;

/// <summary>Programs that are published with NativeAOT once, and again when a source has changed.</summary>
internal static class NativePublish
{
    // Beside the folders of the ordinary builds, whose files are for another framework.
    private const string Folder = "artifacts/native";

    /// <summary>The native program of a project; publishes it first where it is older than what it is made of.</summary>
    /// <param name="run">Is told when that takes time.</param>
    /// <param name="project">The project's folder in the repository.</param>
    public static string Of(SuiteRun run, string project)
    {
        var output = Repository.PathOf($"{Folder}/programs/{Path.GetFileName(project)}");
        var stamp = new FileInfo(Path.Combine(output, "published"));
        if (!stamp.Exists || stamp.LastWriteTimeUtc < NewestSource(project))
        {
            var began = DateTime.UtcNow;
            run.Prepare($"publishing {project} with NativeAOT", () => Publish(project, output));
            File.WriteAllText(stamp.FullName, "");
            // What changed meanwhile may not be in it.
            stamp.LastWriteTimeUtc = began;
        }

        return Path.Combine(output, Path.GetFileName(project));
    }

    private static void Publish(string project, string output) => Repository.Run(
        "dotnet", "publish", project, "--configuration", "Release", "--use-current-runtime", "--self-contained", "--output", output,
        "--artifacts-path", Repository.PathOf(Folder), "-p:AotCheck=true", "-p:CppCompilerAndLinker=gcc",
        // The build has analysed the source; here is only the program of interest.
        "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", "-nodeReuse:false", "-nologo", "-verbosity:quiet");

    private static DateTime NewestSource(string project) => (
        from folder in (string[])["src", "benchmarks/Foldstream.Benchmarks/Core", "benchmarks/Foldstream.Benchmarks/Stores", project]
        from file in new DirectoryInfo(Repository.PathOf(folder)).EnumerateFiles("*", SearchOption.AllDirectories)
        where file.Extension is ".cs" or ".csproj" or ".props" or ".targets" && !IsBuilt(file)
        select file.LastWriteTimeUtc)
        .Concat(from name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"] select File.GetLastWriteTimeUtc(Repository.PathOf(name)))
        .Max();

    private static bool IsBuilt(FileInfo file) => file.FullName.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
