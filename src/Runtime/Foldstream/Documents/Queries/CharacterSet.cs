namespace Foldstream;

/// <summary>A set of characters, as ranges of Unicode scalar values in their order.</summary>
internal sealed record CharacterSet(IReadOnlyList<(int First, int Last)> Ranges)
{
    private const int LastCharacter = 0x10FFFF;

    public static CharacterSet Digits { get; } = Of(('0', '9'));

    public static CharacterSet Word { get; } = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    // Tab, newline, vertical tab, form feed and carriage return follow one another.
    public static CharacterSet Space { get; } = Of(('\t', '\r'), (' ', ' '));

    public static CharacterSet AllButNewline { get; } = Of(('\n', '\n')).Complement();

    public bool IsEmpty => Ranges.Count == 0;

    public static CharacterSet Of(params IEnumerable<(int First, int Last)> ranges)
    {
        // Surrogates are no characters.
        var merged = new List<(int First, int Last)>();
        foreach (var range in ranges.SelectMany(WithoutSurrogates).OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }

        return new CharacterSet(merged);
    }

    public CharacterSet Complement()
    {
        var others = new List<(int First, int Last)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (next < first)
                others.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= LastCharacter)
            others.Add((next, LastCharacter));
        return Of(others);
    }

    /// <summary>The part of the set that lies between two characters.</summary>
    public List<(int First, int Last)> Within(int first, int last) =>
        [.. Ranges.Where(range => range.First <= last && range.Last >= first).Select(range => (Math.Max(range.First, first), Math.Min(range.Last, last)))];

    private static IEnumerable<(int First, int Last)> WithoutSurrogates((int First, int Last) range)
    {
        if (range.First < 0xD800)
            yield return (range.First, Math.Min(range.Last, 0xD7FF));
        if (range.Last > 0xDFFF)
            yield return (Math.Max(range.First, 0xE000), range.Last);
    }
}
