using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handled event whose assembly was built without the generator, so that nothing can read or write it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MissingConverterRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.MissingConverter,
        "Events of other assemblies come with their converters",
        "{0} '{1}' handles '{2}' of assembly '{3}', which was built without Foldstream's generator and has no '{4}': reference the package Foldstream there and build it again");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType handling)
    {
        foreach (var handler in handling.Handlers)
        {
            if (handler.Event is { } @event && EventShape.IsServable(@event) && LacksConverter(context.Compilation, @event))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor,
                    handler.Method.OfOwn(handling.Type, handling.Location),
                    handling.Kind, handling.Type.Short(), @event.Short(), @event.ContainingAssembly.Name, ConverterName.Simple(@event)));
            }
        }
    }

    private static bool LacksConverter(Compilation compilation, INamedTypeSymbol @event) =>
        !SymbolEqualityComparer.Default.Equals(@event.ContainingAssembly, compilation.Assembly)
        && @event.ContainingNamespace.GetTypeMembers(ConverterName.Simple(@event)).IsEmpty;
}
