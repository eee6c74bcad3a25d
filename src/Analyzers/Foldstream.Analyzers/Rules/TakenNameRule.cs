using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A type of the user's that has the name of an event's converter, or two events whose converters share a name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TakenNameRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.TakenName,
        "The names of generated converters are free",
        "'{0}' {1} event '{2}': {3}");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        if (ConverterName.FindTaken(@event) is { } taken)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, taken.Locations[0], taken.Short(), "has the name of the converter that is generated for", @event.Short(), "rename it, or remove it if it converts the event"));
        else if (ConverterName.FindTwin(@event) is { } twin)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.MarkedType(@event), ConverterName.Simple(@event), "would be the converter of this event and of", twin.Short(), "rename one of the events"));
    }
}
