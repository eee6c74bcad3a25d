using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An event with two keys, neither of which is more specific.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AmbiguousKeyRule() : ProjectionRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.AmbiguousKey,
        "Every event of a projection has one key",
        "Both '{0}' and '{1}' give the key of '{2}' in projection '{3}', and neither is more specific: write a key for '{2}' itself, or remove one");

    protected override void Analyze(SymbolAnalysisContext context, Projection projection)
    {
        var keys = ProjectionKey.Of(projection.Type);
        foreach (var @event in projection.HandledEvents)
        {
            var found = ProjectionKey.For(@event, keys);
            if (found.Count > 1)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, found[1].Method.OfOwn(projection.Type, projection.Location), found[0].Method.Short(), found[1].Method.Short(), @event.Short(), projection.Type.Short()));
            }
        }
    }
}
