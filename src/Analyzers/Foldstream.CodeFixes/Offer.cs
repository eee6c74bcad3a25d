namespace Foldstream.CodeFixes;

/// <summary>One way to fix a finding.</summary>
/// <param name="Title">What an editor shows.</param>
/// <param name="Key">What it has in common with the same way at other places.</param>
/// <param name="Edits">What changes.</param>
internal sealed record Offer(string Title, string Key, IReadOnlyList<Edit> Edits)
{
    public Offer(string title, string key, params Edit[] edits)
        : this(title, key, (IReadOnlyList<Edit>)edits)
    {
    }
}
