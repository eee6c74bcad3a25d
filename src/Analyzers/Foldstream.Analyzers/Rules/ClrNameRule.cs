using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An event that is stored under a name that looks like that of its type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ClrNameRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.ClrName,
        "Stored names do not look like names of types",
        "Event '{0}' is stored as '{1}', which looks like the name of a type and is not to change with it: call it '{2}'");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        if (EventShape.StoredName(@event) is { } name && name.Split('.', '+').Any(part => part.Length > 0 && char.IsUpper(part[0])))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.FirstArgument(@event), @event.Short(), name, KebabCase.Of(@event.Name, "Event")));
    }
}
