using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Foldstream.CodeFixes;

/// <summary>Fixes what a rule found by changes of text, at one place or at all.</summary>
internal abstract class Fix(params string[] ruleIds) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ruleIds);

    public sealed override FixAllProvider GetFixAllProvider() => FixEverywhere.Instance;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await OfferAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(Action(context.Document.Project.Solution, offer), diagnostic);
        }
    }

    /// <summary>The ways to fix a finding; none where no change of text does it.</summary>
    public async Task<IEnumerable<Offer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return model is null || root is null
            ? []
            : Offer(new Finding(diagnostic, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)));
    }

    protected abstract IEnumerable<Offer> Offer(Finding finding);

    private static CodeAction Action(Solution solution, Offer offer) =>
        CodeAction.Create(offer.Title, cancellationToken => Edit.ApplyAsync(solution, offer.Edits, cancellationToken), offer.Key);
}
