using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit;

/// <summary>The snapshot of a generator run: one file per generated source, and one with the diagnostics when there are any.</summary>
internal static class GeneratorSnapshot
{
    public static IReadOnlyList<SnapshotFile> Of(GeneratorDriverRunResult result)
    {
        if (result.Results.FirstOrDefault(generator => generator.Exception is not null) is { Exception: { } exception })
            throw new InvalidOperationException($"A generator threw: {exception.Message}", exception);

        var sources = result.Results.SelectMany(generator => generator.GeneratedSources).ToList();
        RequireDistinct(sources);
        var files = sources.Select(Of);
        return result.Diagnostics.IsEmpty ? [.. files] : [.. files, Of(result.Diagnostics)];
    }

    private static SnapshotFile Of(GeneratedSourceResult source)
    {
        var hint = source.HintName;
        var name = hint.EndsWith(".cs", StringComparison.Ordinal) ? hint[..^3] : hint;
        return new SnapshotFile($"#{SnapshotName.ForFile(name)}", "cs", $"//HintName: {hint}\n{source.SourceText}");
    }

    private static SnapshotFile Of(IEnumerable<Diagnostic> diagnostics) =>
        new("#diagnostics", "txt", string.Join('\n', diagnostics.InSourceOrder().Select(DiagnosticText.Of)));

    // Two generators may choose one hint name, and file systems may ignore case.
    private static void RequireDistinct(IEnumerable<GeneratedSourceResult> sources)
    {
        var twice = sources.GroupBy(source => SnapshotName.ForFile(source.HintName), StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidOperationException($"Two generated files are named {twice.Key}: verify the generators one by one.");
    }
}
