using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Lets an event implement the interface of the set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class OutsideEventSetFix() : Fix(RuleIds.OutsideEventSet)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<MethodDeclarationSyntax>() is not { } declaration || finding.Model.GetDeclaredSymbol(declaration) is not { } method)
            yield break;
        foreach (var handling in HandlingType.Of(method.ContainingType))
        {
            var handled = handling.Handlers.FirstOrDefault(handler => SymbolEqualityComparer.Default.Equals(handler.Method, method)).Event;
            if (handled is not null && handling.Interest?.Base is { TypeKind: TypeKind.Interface, IsUnboundGenericType: false } set && DeclarationOf(handled) is { } type)
                yield return new Offer($"Let '{handled.Name}' implement '{set.Name}'", nameof(OutsideEventSetFix), Derive(type, NameOf(finding.Model, set, type)));
        }
    }

    private static TypeDeclarationSyntax? DeclarationOf(INamedTypeSymbol type) => GeneratedCode.IsWrittenByUser(type)
        ? type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().FirstOrDefault()
        : null;

    private static string NameOf(SemanticModel model, INamedTypeSymbol set, TypeDeclarationSyntax place) =>
        set.ToMinimalDisplayString(model.Compilation.GetSemanticModel(place.SyntaxTree), place.SpanStart);

    private static Edit Derive(TypeDeclarationSyntax type, string name) => type.BaseList is { } bases
        ? Edit.Insert(type.SyntaxTree, bases.Span.End, $", {name}")
        : Edit.Insert(type.SyntaxTree, (type.ParameterList?.Span ?? type.Identifier.Span).End, $" : {name}");
}
