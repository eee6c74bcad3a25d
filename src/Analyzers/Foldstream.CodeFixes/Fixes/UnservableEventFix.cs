using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Makes an event, and the types around it, internal where they are less than that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class UnservableEventFix() : Fix(RuleIds.UnservableEvent)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<TypeDeclarationSyntax>() is not { } declaration || finding.Model.GetDeclaredSymbol(declaration) is not { } type)
            yield break;
        if (EventShape.FindProblem(type) is TypeProblem.Unreachable)
            yield return new Offer("Make it internal", "MakeInternal", [.. TypeNames.Containers(type).Append(type).Where(part => !EventShape.IsVisible(part)).SelectMany(MakeInternal)]);
    }

    private static IEnumerable<Edit> MakeInternal(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Where(_ => GeneratedCode.IsWrittenByUser(type))
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(MakeInternal);

    private static IEnumerable<Edit> MakeInternal(TypeDeclarationSyntax declaration) =>
        Accessibilities.MakeInternal(declaration, declaration.Modifiers, (declaration.Modifiers.Count > 0 ? declaration.Modifiers[0] : declaration.Keyword).SpanStart);
}
