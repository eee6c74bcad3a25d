using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.TestKit;

/// <summary>A diagnostic that is marked in a source.</summary>
internal sealed record ExpectedDiagnostic(string Id, string Path, TextSpan Span)
{
    public static ExpectedDiagnostic Like(Diagnostic diagnostic) =>
        new(diagnostic.Id, diagnostic.Location.GetLineSpan().Path ?? "", diagnostic.Location.SourceSpan);

    public string Describe(IEnumerable<MarkedSource> sources)
    {
        var code = SourceText.From(sources.First(source => source.File.Path == Path).File.Text);
        return $"{DiagnosticText.Position(new FileLinePositionSpan(Path, code.Lines.GetLinePositionSpan(Span)))}: {Id} on: {code.ToString(Span)}";
    }
}
