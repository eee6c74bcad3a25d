using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An event without a name, or with one under which nothing can be stored.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StoredNameRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.StoredName,
        "Events have a name and a version to be stored under",
        "Event '{0}' cannot be stored: {1}");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        if (EventShape.StoredName(@event) is null)
            Report(context, @event, attribute.FirstArgument(@event), $"give it a name of 1 to 200 characters without control characters, such as [Event(\"{KebabCase.Of(@event.Name, "Event")}\")]");
        if (EventShape.SchemaVersion(@event) < 1)
            Report(context, @event, attribute.Whole(@event), $"its schema version is {EventShape.SchemaVersion(@event)}, and versions start at 1");
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol @event, Location location, string problem) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, @event.Short(), problem));
}
