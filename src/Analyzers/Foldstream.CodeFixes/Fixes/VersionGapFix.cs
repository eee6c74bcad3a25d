using System.Globalization;
using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Writes the missing upcaster.</summary>
/// <remarks>It throws, so that it compiles, is loud when it is reached, and cannot be taken for one that is done.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class VersionGapFix() : Fix(RuleIds.VersionGap, RuleIds.UncoveredVersion)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<TypeDeclarationSyntax>() is not { } declaration
            || finding.Model.GetDeclaredSymbol(declaration) is not INamedTypeSymbol newest
            || KnownEvents.Of(finding.Model.Compilation).VersionsOf(newest) is not { } versions)
            yield break;
        var version = int.Parse(finding.Property(VersionGapRule.VersionProperty)!, CultureInfo.InvariantCulture);
        yield return new Offer($"Write the upcaster from version {version}", nameof(VersionGapFix), [.. Write(finding.Model, declaration, MissingUpcaster.Of(versions, version))]);
    }

    private static IEnumerable<Edit> Write(SemanticModel model, TypeDeclarationSyntax declaration, MissingUpcaster upcaster)
    {
        var head = upcaster.Write(type => Name(model, type ?? model.Compilation.GetTypeByMetadataName("System.Text.Json.Nodes.JsonObject")!, declaration));
        var exception = model.Compilation.GetTypeByMetadataName("System.NotImplementedException")!;
        return Layout.MemberAtEnd(declaration, $"{head} => throw new {Name(model, exception, declaration)}();");
    }

    private static string Name(SemanticModel model, INamedTypeSymbol type, TypeDeclarationSyntax place) =>
        type.ToMinimalDisplayString(model, place.SpanStart);
}
