using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.CodeFixes;

/// <summary>A change of a file's text.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Span">What is replaced; nothing for an insertion.</param>
/// <param name="Text">What comes there.</param>
/// <param name="IsLast">Whether it comes behind all other insertions at the same place.</param>
internal readonly record struct Edit(SyntaxTree Tree, TextSpan Span, string Text, bool IsLast = false)
{
    public static Edit Insert(SyntaxTree tree, int position, string text) => new(tree, new TextSpan(position, 0), text);

    public static Edit Replace(SyntaxNodeOrToken old, string text) => new(old.SyntaxTree!, old.Span, text);

    /// <summary>Removes a token or node with the space behind it.</summary>
    public static Edit Remove(SyntaxNodeOrToken old) => new(old.SyntaxTree!, TextSpan.FromBounds(old.SpanStart, old.FullSpan.End), "");

    /// <summary>Makes the changes of several fixes at once; what two of them ask for alike is done once.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellationToken)
    {
        foreach (var file in edits.Distinct().GroupBy(edit => edit.Tree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
                continue;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(WithoutOverlaps(file)));
        }

        return solution;
    }

    // Of two changes in each other's way the second waits until the fix is asked for again.
    private static IEnumerable<TextChange> WithoutOverlaps(IEnumerable<Edit> edits)
    {
        var end = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.IsLast))
        {
            if (edit.Span.Start < end)
                continue;
            end = edit.Span.End;
            yield return new TextChange(edit.Span, edit.Text);
        }
    }
}
