using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two events whose converters would have one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConverterCollisionRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.ConverterCollision,
        "Every converter has a name of its own",
        "The converters of '{0}' and '{1}' would both be called '{2}', so that none is generated: rename one of the events");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        if (ConverterName.FindRival(@event) is { } rival)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.MarkedType(@event), @event.Short(), rival.Short(), ConverterName.Simple(@event)));
    }
}
