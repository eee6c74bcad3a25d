using System.Globalization;
using System.Text.RegularExpressions;

namespace Foldstream.TestKit;

/// <summary>What <c>dotnet build</c> printed.</summary>
public sealed partial class CommandLineBuildResult
{
    internal CommandLineBuildResult(int exitCode, string output, string folder)
    {
        ExitCode = exitCode;
        Output = output;
        Diagnostics = [.. Line().Matches(output).Select(match => Read(match, folder)).Distinct()];
    }

    /// <summary>0 when the build succeeded.</summary>
    public int ExitCode { get; }

    /// <summary>All that was printed.</summary>
    public string Output { get; }

    /// <summary>The errors and warnings that were printed, each once, in the order of their first appearance.</summary>
    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; }

    private static BuildDiagnostic Read(Match match, string folder) => new(
        match.Groups["severity"].Value,
        match.Groups["id"].Value,
        match.Groups["message"].Value,
        Inside(folder, match.Groups["origin"].Value),
        match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : null);

    private static string Inside(string folder, string origin) => Path.IsPathRooted(origin) ? Path.GetRelativePath(folder, origin) : origin;

    [GeneratedRegex(@"^\s*(?<origin>[^(\r\n]+?)(\((?<line>\d+)[\d,-]*\))?\s*: (?<severity>error|warning) (?<id>[A-Za-z]+\d+): (?<message>.*?)( \[[^\]\r\n]*\])?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
