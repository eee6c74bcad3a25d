using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Keys of two types, so that one document would be known by the text of things that are not the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyTypeRule() : ProjectionRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.KeyType,
        "All keys of a projection have one type",
        "'{0}' of projection '{1}' gives keys of type '{2}', and '{3}' of type '{4}': let both give the same, since they name the same documents");

    protected override void Analyze(SymbolAnalysisContext context, Projection projection)
    {
        var keys = ProjectionKey.Of(projection.Type).Where(key => key.Value is not null).ToList();
        foreach (var key in keys.Skip(1).Where(key => !SymbolEqualityComparer.Default.Equals(key.Value!.Type, keys[0].Value!.Type)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor,
                key.Method.OfOwn(projection.Type, projection.Location),
                key.Method.Short(), projection.Type.Short(), key.Value!.Type.Short(), keys[0].Method.Short(), keys[0].Value!.Type.Short()));
        }
    }
}
