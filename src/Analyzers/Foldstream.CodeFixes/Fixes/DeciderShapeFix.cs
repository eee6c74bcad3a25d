using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Writes an empty initial state.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class DeciderShapeFix() : Fix(RuleIds.DeciderShape)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Property(DeciderShapeRule.NoInitialStateProperty) is null || finding.Around<TypeDeclarationSyntax>() is not { } declaration)
            yield break;
        if (finding.Model.GetDeclaredSymbol(declaration) is { } type && Empty(type) is { } empty)
            yield return new Offer($"Write '{DeciderShape.InitialState}'", nameof(DeciderShapeFix), [.. Write(declaration, $"public static {type.Name} {DeciderShape.InitialState} => {empty};")]);
    }

    private static IEnumerable<Edit> Write(TypeDeclarationSyntax declaration, string code) => declaration.Members.FirstOrDefault() is { } first
        ? [Layout.MemberBefore(first, code)]
        : Layout.MemberAtEnd(declaration, code);

    /// <summary>An instance made of nothing: the constructor with the fewest parameters; null where one of these has no empty value.</summary>
    private static string? Empty(INamedTypeSymbol type)
    {
        var constructor = type.InstanceConstructors
            .Where(candidate => !IsCopy(type, candidate) && !(type.IsValueType && candidate.IsImplicitlyDeclared && candidate.Parameters.Length == 0))
            .OrderBy(candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        var values = constructor?.Parameters.Select(parameter => Empty(parameter.Type)).ToList() ?? [];
        return type.IsAbstract || values.Contains(null) ? null : $"new({string.Join(", ", values)})";
    }

    private static string? Empty(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated } => "\"\"",
        { SpecialType: SpecialType.System_Boolean } => "false",
        { SpecialType: SpecialType.System_Decimal } => "0m",
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => "0",
        { IsValueType: true } => "default",
        { NullableAnnotation: NullableAnnotation.Annotated } => "null",
        _ => null,
    };

    private static bool IsCopy(INamedTypeSymbol type, IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
