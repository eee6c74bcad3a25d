using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An event that is declared for a type that handles events, or raised by it, and that has no handler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnhandledEventRule() : Rule(Descriptor)
{
    /// <summary>The documentation ids of the handling type and of the event, by which the fix finds them, and what the type is.</summary>
    public const string TypeProperty = "type";
    public const string KindProperty = "kind";
    public const string EventProperty = "event";

    /// <summary>Present where the event may be ignored instead: it is declared, not raised.</summary>
    public const string MayIgnoreProperty = "mayIgnore";

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnhandledEvent,
        "Every event has a handler",
        "{0} '{1}' does not handle '{2}', which {3}: write '{4}'{5}");

    protected override void Register(CompilationStartAnalysisContext context)
    {
        var events = KnownEvents.Of(context.Compilation);
        context.RegisterSymbolAction(symbol => AnalyzeDeclared(symbol, events), SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(AnalyzeList, SyntaxKind.CollectionExpression, SyntaxKind.CollectionInitializerExpression);
    }

    private static void AnalyzeDeclared(SymbolAnalysisContext context, KnownEvents events)
    {
        foreach (var handling in HandlingType.Of((INamedTypeSymbol)context.Symbol))
        {
            if (handling.Interest is not { } set)
                continue;
            var ignored = IgnoredEvents.Of(handling.Type).ToList();
            foreach (var missing in set.Members(events, handling.Type).Where(@event => !handling.HasHandlerFor(@event) && !ignored.Contains(@event, SymbolEqualityComparer.Default)))
                context.ReportDiagnostic(Create(handling, missing, handling.Location, $"belongs to '{set.Name.Short()}'", mayIgnore: true));
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context) => Report(context, AddedEvents.OfCall(context));

    private static void AnalyzeList(SyntaxNodeAnalysisContext context) => Report(context, AddedEvents.OfList(context));

    private static void Report(SyntaxNodeAnalysisContext context, IEnumerable<AddedEvent> added)
    {
        foreach (var (fold, value) in added)
        {
            if (context.SemanticModel.GetTypeInfo(value, context.CancellationToken).Type is INamedTypeSymbol type && EventShape.IsEvent(type) && !HandlingFold.Of(fold).HasHandlerFor(type) && !IsOlder(context, type))
                context.ReportDiagnostic(Create(HandlingFold.Of(fold), type, value.GetLocation(), fold.IsDecider ? "it decides" : "it raises", mayIgnore: false));
        }
    }

    // Another rule tells that the newest version is to be raised.
    private static bool IsOlder(SyntaxNodeAnalysisContext context, INamedTypeSymbol type) => KnownEvents.Of(context.Compilation).FindNewer(type) is not null;

    private static Diagnostic Create(HandlingType handling, INamedTypeSymbol @event, Location location, string relation, bool mayIgnore)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(TypeProperty, handling.Type.GetDocumentationCommentId())
            .Add(KindProperty, handling.Kind)
            .Add(EventProperty, @event.GetDocumentationCommentId());
        var name = @event.Short();
        return Diagnostic.Create(
            Descriptor,
            location,
            mayIgnore ? properties.Add(MayIgnoreProperty, "") : properties,
            handling.Kind, handling.Type.Short(), name, relation, handling.Signature(name), mayIgnore ? $", or mark it with '[Ignores<{name}>]'" : "");
    }
}
