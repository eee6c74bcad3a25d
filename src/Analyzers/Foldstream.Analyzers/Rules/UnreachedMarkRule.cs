using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A key that no event is asked for, or a deletion by a method that is no handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnreachedMarkRule() : ProjectionRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnreachedMark,
        "Keys and deletions of a projection are reached",
        "'{0}' of projection '{1}' is never asked, because {2}: {3}");

    protected override void Analyze(SymbolAnalysisContext context, Projection projection)
    {
        var keys = ProjectionKey.Of(projection.Type);
        var events = projection.HandledEvents.ToList();
        foreach (var key in keys.Where(key => key.Problem == KeyProblem.None && !events.Any(@event => ProjectionKey.For(@event, keys).Contains(key))))
            Report(context, projection, key.Method, Reason(key, events), "write the handler, or remove the key");
        foreach (var method in ProjectionShape.Visible(projection.Type).Where(method => Deletes(method) && !projection.Handlers.Any(handler => Same(handler.Method, method))))
            Report(context, projection, method, "[DeletesDocument] is for handlers, which are named 'Apply'", "remove the mark, or make it a handler");
    }

    private static string Reason(ProjectionKey key, IReadOnlyList<INamedTypeSymbol> events) => events.Any(@event => EventSetShape.IsMember(@event, key.Event!))
        ? $"every event that is a '{key.Event!.Short()}' has a more specific key"
        : $"no event that is a '{key.Event!.Short()}' has a handler";

    private static bool Deletes(IMethodSymbol method) => method.Find(KnownTypes.DeletesDocumentAttribute) is not null;

    private static bool Same(IMethodSymbol left, IMethodSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static void Report(SymbolAnalysisContext context, Projection projection, IMethodSymbol method, string reason, string wayOut) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptor, method.OfOwn(projection.Type, projection.Location), method.Short(), projection.Type.Short(), reason, wayOut));
}
