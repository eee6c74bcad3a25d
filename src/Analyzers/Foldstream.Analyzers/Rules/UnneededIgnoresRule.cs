using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An <c>[Ignores&lt;TEvent&gt;]</c> that sets nothing aside.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnneededIgnoresRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnneededIgnores,
        "Only events that would be missing are ignored",
        "'[Ignores<{0}>]' on '{1}' sets nothing aside, because {2}: remove it");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var attribute in type.GetAttributes().Where(attribute => attribute.Is(KnownTypes.IgnoresAttribute)))
        {
            var ignored = attribute.AttributeClass!.TypeArguments[0];
            if (ignored.TypeKind != TypeKind.Error && FindReason(type, ignored, seen) is { } reason)
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Whole(type), ignored.Short(), type.Short(), reason));
        }
    }

    private static string? FindReason(INamedTypeSymbol type, ITypeSymbol ignored, HashSet<ITypeSymbol> seen)
    {
        if (!seen.Add(ignored))
            return "it is there already";
        if (ignored is not INamedTypeSymbol @event || !EventShape.IsEvent(@event))
            return $"'{ignored.Short()}' is not marked with [Event]";
        var handling = HandlingType.Of(type).ToList();
        if (handling.Count == 0)
            return $"'{type.Short()}' handles no events";
        return handling.Select(one => FindReason(one, @event)).FirstOrDefault(reason => reason is not null);
    }

    private static string? FindReason(HandlingType handling, INamedTypeSymbol @event) => handling switch
    {
        _ when handling.HandledEvents.Contains(@event, SymbolEqualityComparer.Default) => $"'{@event.Short()}' has a handler",
        { Interest: { } set } when !set.Holds(@event) => $"'{@event.Short()}' does not belong to '{set.Name.Short()}'",
        _ => null,
    };
}
