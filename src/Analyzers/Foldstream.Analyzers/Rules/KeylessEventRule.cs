using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An event of a projection that changes no document, because nothing says which one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeylessEventRule() : ProjectionRule(Descriptor)
{
    /// <summary>The documentation id of the event, by which the fix finds it.</summary>
    public const string EventProperty = "event";

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.KeylessEvent,
        "Every event of a projection has a key",
        "Projection '{0}' handles '{1}', and nothing says which document that changes: write '[Key] static string By({1} e)'{2}");

    protected override void Analyze(SymbolAnalysisContext context, Projection projection)
    {
        if (ProjectionShape.IsSingleStream(projection.Type))
            return;
        var keys = ProjectionKey.Of(projection.Type);
        foreach (var handler in projection.Handlers.Where(handler => handler.Event is not null && !HasKey(handler.Event, keys)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor,
                handler.Method.OfOwn(projection.Type, projection.Location),
                ImmutableDictionary<string, string?>.Empty.Add(EventProperty, handler.Event!.GetDocumentationCommentId()),
                projection.Type.Short(),
                handler.Event!.Short(),
                keys.Count == 0 ? ", or name the aggregate with 'Of' for one document a stream" : ""));
        }
    }

    // Of a key with another shape another rule speaks.
    private static bool HasKey(INamedTypeSymbol @event, IReadOnlyList<ProjectionKey> keys) =>
        ProjectionKey.For(@event, keys).Count > 0
        || keys.Any(key => key.Problem != KeyProblem.None && key.Method.Parameters.Any(parameter => parameter.Type is INamedTypeSymbol type && EventSetShape.IsMember(@event, type)));
}
