using System.Runtime.CompilerServices;

namespace Foldstream.Catalogue.Tests;

/// <summary>Finds the files of the repository from where this source stands.</summary>
internal static class Repository
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    public static string Root { get; } = FindRoot();

    public static string Built(string project, string framework, string file) => Path.Combine(Root, project, "bin", Configuration, framework, file);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
