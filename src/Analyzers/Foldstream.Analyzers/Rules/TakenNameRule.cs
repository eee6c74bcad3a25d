using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A type of the user's that has the name of an event's converter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TakenNameRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.TakenName,
        "The names of generated converters are free",
        "'{0}' has the name of the converter that is generated for event '{1}': rename it, or remove it if it converts the event");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        if (ConverterName.FindTaken(@event) is { } taken)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, taken.Locations[0], taken.Short(), @event.Short()));
    }
}
