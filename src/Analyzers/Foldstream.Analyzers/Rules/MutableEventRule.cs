using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An event that can be changed after it has happened.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MutableEventRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.MutableEvent,
        "Events are immutable",
        "Event '{0}' can be changed after it has happened: {1}");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        var name = attribute.MarkedType(@event);
        var mutable = Mutability.FindMutableMembers(@event).ToList();
        // The properties of a positional record struct are settable unless the whole struct is readonly: one finding, one fix.
        if (mutable.Any(IsPositional))
            Report(context, @event, name, $"declare it 'readonly record struct {@event.Name}'");
        foreach (var member in mutable.Where(member => !IsPositional(member)))
            Report(context, @event, member.OfOwn(@event, name), WayOut(member));
    }

    private static bool IsPositional(ISymbol member) =>
        member is IPropertySymbol { IsImplicitlyDeclared: false, ContainingType: { IsRecord: true, TypeKind: TypeKind.Struct } } property
        && property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax);

    // A public field is not stored either, so that 'readonly' would not be enough.
    private static string WayOut(ISymbol member) => member switch
    {
        IFieldSymbol { DeclaredAccessibility: Accessibility.Public } => $"make the field '{member.Short()}' a property with 'init'",
        IFieldSymbol => $"make the field '{member.Short()}' readonly",
        _ => $"declare the property '{member.Short()}' with 'init' instead of 'set'",
    };

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol @event, Location location, string wayOut) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, @event.Short(), wayOut));
}
