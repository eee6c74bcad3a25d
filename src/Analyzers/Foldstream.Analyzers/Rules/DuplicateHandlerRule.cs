using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two handlers for one event, of which only one would be called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateHandlerRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DuplicateHandler,
        "Every event has one handler",
        "{0} '{1}' handles '{2}' twice, by '{3}' and by '{4}', and only one of them would be called: keep one, or override the other");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        var handlers = fold.Handlers.Where(handler => handler.Event is not null).ToList();
        var overridden = handlers.Select(handler => handler.Method.OverriddenMethod).ToList();
        var groups = handlers
            .Where(handler => !overridden.Contains(handler.Method, SymbolEqualityComparer.Default))
            .GroupBy<Handler, INamedTypeSymbol>(handler => handler.Event!, SymbolEqualityComparer.Default);
        foreach (var group in groups)
        {
            if (group.Skip(1).Any())
                Report(context, fold, group.First(), group.Last());
        }
    }

    private static void Report(SymbolAnalysisContext context, Fold fold, Handler first, Handler last)
    {
        // The last is the one of a base type, if there is one: the finding stands where the user added the second.
        var place = SymbolEqualityComparer.Default.Equals(last.Method.ContainingType, fold.Type) ? last : first;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, place.Method.OfOwn(fold.Type, fold.Location), fold.Kind, fold.Type.Short(), first.Event!.Short(), first.Method.Short(), last.Method.Short()));
    }
}
