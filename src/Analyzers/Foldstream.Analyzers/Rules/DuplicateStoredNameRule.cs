using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two events that are stored under one name, in the compilation or among what one of its types handles.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateStoredNameRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DuplicateStoredName,
        "Every event has a stored name of its own",
        "'{0}' and '{1}' are both stored as '{2}', so that neither could be told from the other when it is read: give one of them another name");

    protected override void Register(CompilationStartAnalysisContext context)
    {
        var events = new KnownEvents(context.Compilation);
        var byName = new Lazy<ILookup<string, INamedTypeSymbol>>(() => events.Own
            .Where(type => EventShape.StoredName(type) is not null)
            .ToLookup(type => EventShape.StoredName(type)!, StringComparer.Ordinal));
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                AnalyzeEvent(symbol, type, byName);
                foreach (var fold in Fold.Of(type))
                    AnalyzeHandled(symbol, fold);
            },
            SymbolKind.NamedType);
    }

    private static void AnalyzeEvent(SymbolAnalysisContext context, INamedTypeSymbol type, Lazy<ILookup<string, INamedTypeSymbol>> byName)
    {
        if (EventShape.StoredName(type) is not { } name || FindOther(byName.Value[name], type) is not { } other)
            return;
        var location = type.Find(KnownTypes.EventAttribute)!.FirstArgument(type);
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, type.Short(), other.Short(), name));
    }

    // Events of other assemblies meet here; two of this compilation have been reported already.
    private static void AnalyzeHandled(SymbolAnalysisContext context, Fold fold)
    {
        var doubled = fold.HandledEvents.Concat(IgnoredEvents.Of(fold.Type))
            .Where(type => EventShape.StoredName(type) is not null)
            .GroupBy(type => EventShape.StoredName(type)!, StringComparer.Ordinal);
        foreach (var group in doubled)
        {
            var first = group.First();
            var other = FindOther(group, first);
            if (other is not null && !group.All(type => IsOwn(context, type)))
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, fold.Location, first.ToDisplayString(), other.ToDisplayString(), group.Key));
        }
    }

    private static bool IsOwn(SymbolAnalysisContext context, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly);

    private static INamedTypeSymbol? FindOther(IEnumerable<INamedTypeSymbol> events, INamedTypeSymbol type) =>
        events.FirstOrDefault(candidate => !SymbolEqualityComparer.Default.Equals(candidate, type));
}
