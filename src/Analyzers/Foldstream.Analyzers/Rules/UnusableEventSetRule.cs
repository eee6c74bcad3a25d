using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A declared set of events that is no base type of events.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnusableEventSetRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnusableEventSet,
        "A set of events is declared by a base type",
        "'{0}' cannot be the base type of the events of {1} '{2}', because {3}: name an interface or a base record that they all have");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        if (DeclaredSet.Find(fold.Attribute) is { } set && DeclaredSet.FindProblem(set) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, Place(fold), set.Short(), fold.Kind.ToLowerInvariant(), fold.Type.Short(), problem));
    }

    private static Location Place(Fold fold)
    {
        var arguments = (fold.Attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments;
        return arguments?.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == DeclaredSet.Argument)?.Expression.GetLocation() ?? fold.Location;
    }
}
