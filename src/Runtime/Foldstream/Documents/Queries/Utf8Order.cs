namespace Foldstream;

/// <summary>Compares texts by their UTF-8 bytes without writing them.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var shared = x.AsSpan().CommonPrefixLength(y);
        return shared < x.Length && shared < y.Length ? Rank(x[shared]) - Rank(y[shared]) : x.Length - y.Length;
    }

    // What is written with surrogates is above U+FFFF, yet surrogates are below U+E000.
    private static int Rank(char character) => character switch
    {
        >= '\uE000' => character - 0x800,
        >= '\uD800' => character + 0x2000,
        _ => character,
    };
}
