using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two events that are stored under one name, in the compilation or among the assemblies whose events it handles.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateStoredNameRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DuplicateStoredName,
        "Every event has a stored name of its own",
        "'{0}' and '{1}' are both stored as '{2}', so that neither could be told from the other when it is read: give one of them another name");

    protected override void Register(CompilationStartAnalysisContext context)
    {
        var events = KnownEvents.Of(context.Compilation);
        var included = new Lazy<IReadOnlyList<IAssemblySymbol>>(() => IncludedAssemblies.Of(context.Compilation));
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                AnalyzeEvent(symbol, type, events, included);
                foreach (var handling in HandlingType.Of(type))
                    AnalyzeIncluded(symbol, handling, events, included);
            },
            SymbolKind.NamedType);
    }

    private static void AnalyzeEvent(SymbolAnalysisContext context, INamedTypeSymbol type, KnownEvents events, Lazy<IReadOnlyList<IAssemblySymbol>> included)
    {
        if (EventShape.StoredName(type) is not { } name)
            return;
        var location = type.Find(KnownTypes.EventAttribute)!.FirstArgument(type);
        if (events.ByName(type.ContainingAssembly)[name].FirstOrDefault(candidate => IsSameVersion(candidate, type)) is { } other)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, type.Short(), other.Short(), name));
        else if (included.Value.SelectMany(assembly => events.ByName(assembly)[name]).FirstOrDefault() is { } foreign)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, type.ToDisplayString(), foreign.ToDisplayString(), name));
    }

    // Two other assemblies meet where the later one of them is handled.
    private static void AnalyzeIncluded(SymbolAnalysisContext context, HandlingType handling, KnownEvents events, Lazy<IReadOnlyList<IAssemblySymbol>> included)
    {
        foreach (var assembly in IncludedAssemblies.Of(handling))
        {
            foreach (var earlier in included.Value.Where(earlier => string.CompareOrdinal(earlier.Name, assembly.Name) < 0))
            {
                foreach (var name in events.ByName(assembly).Where(name => events.ByName(earlier).Contains(name.Key)))
                    context.ReportDiagnostic(Diagnostic.Create(Descriptor, handling.Location, name.First().ToDisplayString(), events.ByName(earlier)[name.Key].First().ToDisplayString(), name.Key));
            }
        }
    }

    // One name for several versions of an event is as it should be; whether they are of one event, the upcasters say.
    private static bool IsSameVersion(INamedTypeSymbol candidate, INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(candidate, type) && EventShape.SchemaVersion(candidate) == EventShape.SchemaVersion(type);
}
