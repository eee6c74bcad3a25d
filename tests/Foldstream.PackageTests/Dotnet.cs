namespace Foldstream.PackageTests;

/// <summary>Runs the command line of the SDK.</summary>
internal static class Dotnet
{
    /// <summary>What it printed; fails with it when the command did.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments) => CommandLine.RunAsync("dotnet", folder, arguments);

    public static Task<(int ExitCode, string Output)> TryAsync(string folder, params string[] arguments) => CommandLine.TryAsync("dotnet", folder, arguments);
}
