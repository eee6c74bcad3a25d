using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Takes the time or the id from the event or the command, where that has one of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class AmbientFix() : Fix(RuleIds.Ambient)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } code || finding.Model.GetTypeInfo(code).Type is not { } type)
            yield break;
        if (code.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration || finding.Model.GetDeclaredSymbol(declaration) is not { } method)
            yield break;
        var sources = Sources(method, type).Take(2).ToList();
        if (sources.Count == 1)
            yield return new Offer($"Take it from '{sources[0]}'", nameof(AmbientFix), Edit.Replace(code, sources[0]));
    }

    // The state is a parameter too, but what it holds is older than the event.
    private static IEnumerable<string> Sources(IMethodSymbol method, ITypeSymbol type) =>
        from parameter in method.Parameters
        where !SymbolEqualityComparer.Default.Equals(parameter.Type, method.ContainingType)
        from property in parameter.Type.GetMembers().OfType<IPropertySymbol>()
        where property is { IsStatic: false, IsIndexer: false, GetMethod: not null } && SymbolEqualityComparer.Default.Equals(property.Type, type)
        select $"{TypeNames.Escape(parameter.Name)}.{TypeNames.Escape(property.Name)}";
}
