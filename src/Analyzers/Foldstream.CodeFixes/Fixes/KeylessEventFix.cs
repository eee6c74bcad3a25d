using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Writes the missing key before the handler.</summary>
/// <remarks>It throws, so that it compiles, is loud when it is reached, and cannot be taken for one that is done.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class KeylessEventFix() : Fix(RuleIds.KeylessEvent)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<MethodDeclarationSyntax>() is not { } handler || finding.Type(KeylessEventRule.EventProperty) is not { } @event)
            yield break;
        var exception = finding.Model.Compilation.GetTypeByMetadataName("System.NotImplementedException")!;
        var code = $"[Key] private static string By({Name(finding, @event, handler)} e) => throw new {Name(finding, exception, handler)}();";
        yield return new Offer($"Write a key for '{@event.Name}'", "Key", Layout.MemberBefore(handler, code));
    }

    private static string Name(Finding finding, ITypeSymbol type, SyntaxNode place) => type.ToMinimalDisplayString(finding.Model, place.SpanStart);
}
