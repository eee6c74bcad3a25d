using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>State of an aggregate that everybody can change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StateSetterRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.StateSetter,
        "The state of an aggregate is set by itself",
        "'{0}' of aggregate '{1}' can be set from outside, without an event, so that the change is lost when it is loaded again: {2}");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        if (fold.IsDecider)
            return;
        foreach (var member in fold.Type.GetMembers().Where(member => !member.IsStatic && GeneratedCode.IsWrittenByUser(member)))
        {
            if (WayOut(member) is { } wayOut)
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, member.OfOwn(fold.Type, fold.Location), member.Name, fold.Type.Short(), wayOut));
        }
    }

    private static string? WayOut(ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: { IsInitOnly: false } setter } property when IsOpen(setter) && !IsAskedFor(property) => "make the setter private",
        IFieldSymbol { IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false } field when IsOpen(field) => "make the field private",
        _ => null,
    };

    private static bool IsOpen(ISymbol member) => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    // A base type or an interface wants it settable.
    private static bool IsAskedFor(IPropertySymbol property) => property.IsOverride || property.ContainingType.AllInterfaces
        .SelectMany(contract => contract.GetMembers(property.Name))
        .Any(asked => asked is IPropertySymbol { SetMethod: not null } && SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(asked), property));
}
