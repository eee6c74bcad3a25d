using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Writes the missing handler, or says that the event is ignored.</summary>
/// <remarks>The written handler throws, so that it compiles, is loud when it is reached, and cannot be taken for one that is done.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class UnhandledEventFix() : Fix(RuleIds.UnhandledEvent)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Type(UnhandledEventRule.TypeProperty) is not { } type || finding.Type(UnhandledEventRule.EventProperty) is not { } @event)
            yield break;
        foreach (var handling in HandlingType.Of(type).Where(one => one.Kind == finding.Property(UnhandledEventRule.KindProperty)))
        {
            if (handling.Attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { Parent: AttributeListSyntax { Parent: TypeDeclarationSyntax declaration } attributes })
                continue;
            if (handling is not Subscriber { Form.TakesTransaction: true, Transaction: null })
                yield return new Offer($"Handle '{@event.Name}'", "Handle", [.. WriteHandler(finding.Model, handling, declaration, @event)]);
            if (finding.Property(UnhandledEventRule.MayIgnoreProperty) is not null)
                yield return new Offer($"Ignore '{@event.Name}'", "Ignore", Layout.AttributesAfter(attributes, $"[Ignores<{Name(finding.Model, @event, attributes)}>]"));
        }
    }

    private static IEnumerable<Edit> WriteHandler(SemanticModel model, HandlingType handling, TypeDeclarationSyntax declaration, INamedTypeSymbol @event)
    {
        var last = LastHandler(handling);
        var place = (SyntaxNode?)last ?? declaration;
        var exception = model.Compilation.GetTypeByMetadataName("System.NotImplementedException")!;
        var task = model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task")!;
        var code = $"private {handling.Signature(Name(model, @event, place), Name(model, task, place), type => Name(model, type, place))} => throw new {Name(model, exception, place)}();";
        return last is null ? Layout.MemberAtEnd(declaration, code) : [Layout.MemberAfter(last, code)];
    }

    private static MethodDeclarationSyntax? LastHandler(HandlingType handling) => handling.Handlers
        .Where(handler => SymbolEqualityComparer.Default.Equals(handler.Method.ContainingType, handling.Type))
        .Select(handler => handler.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax())
        .OfType<MethodDeclarationSyntax>()
        .LastOrDefault();

    private static string Name(SemanticModel model, ITypeSymbol type, SyntaxNode place) =>
        type.ToMinimalDisplayString(model.Compilation.GetSemanticModel(place.SyntaxTree), Inside(place));

    // Names are looked up from within the braces of a type, where its nested types are known.
    private static int Inside(SyntaxNode place) => place is TypeDeclarationSyntax { OpenBraceToken: { Span.Length: > 0 } brace } ? brace.Span.End : place.SpanStart;
}
