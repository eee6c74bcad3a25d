using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An older version of an event that is handled, ignored or raised: it is only ever read, and arrives as the newest.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SupersededEventRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.SupersededEvent,
        "Only the newest version of an event is handled and raised",
        "{0} '{1}' {2} '{3}', an older version of '{4}' that is read as '{5}': use '{5}'");

    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterSymbolAction(AnalyzeHandled, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(node => AnalyzeAdded(node, AddedEvents.OfCall(node)), SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(node => AnalyzeAdded(node, AddedEvents.OfList(node)), SyntaxKind.CollectionExpression, SyntaxKind.CollectionInitializerExpression);
    }

    private static void AnalyzeHandled(SymbolAnalysisContext context)
    {
        var events = KnownEvents.Of(context.Compilation);
        foreach (var handling in HandlingType.Of((INamedTypeSymbol)context.Symbol))
        {
            foreach (var handler in handling.Handlers.Where(handler => handler.Event is not null))
                Report(context.ReportDiagnostic, events, handling, handler.Event!, "handles", handler.Method.OfOwn(handling.Type, handling.Location));
            foreach (var attribute in handling.Type.GetAttributes().Where(attribute => attribute.Is(KnownTypes.IgnoresAttribute)))
            {
                if (attribute.AttributeClass!.TypeArguments[0] is INamedTypeSymbol ignored && EventShape.IsEvent(ignored))
                    Report(context.ReportDiagnostic, events, handling, ignored, "ignores", attribute.Whole(handling.Type));
            }
        }
    }

    private static void AnalyzeAdded(SyntaxNodeAnalysisContext context, IEnumerable<AddedEvent> added)
    {
        foreach (var (fold, value) in added)
        {
            if (context.SemanticModel.GetTypeInfo(value, context.CancellationToken).Type is INamedTypeSymbol type && EventShape.IsEvent(type))
                Report(context.ReportDiagnostic, KnownEvents.Of(context.Compilation), HandlingFold.Of(fold), type, fold.IsDecider ? "decides" : "raises", value.GetLocation());
        }
    }

    private static void Report(Action<Diagnostic> report, KnownEvents events, HandlingType handling, INamedTypeSymbol type, string relation, Location location)
    {
        if (events.FindNewer(type) is { } newest)
            report(Diagnostic.Create(
                Descriptor, location, handling.Kind, handling.Type.Short(), relation, type.Short(), EventShape.StoredName(type), newest.Short()));
    }
}
