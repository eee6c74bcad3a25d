using System.Buffers;
using System.Text;

namespace Foldstream;

/// <summary>Text as every store can hold it: see the remarks of <see cref="SortableKey"/>.</summary>
/// <remarks>
/// An escape begins with U+0001 and goes on with U+0002 and U+0003 only, and none of these stands for itself: so an escaped text is found in another exactly where the text is.
/// </remarks>
internal static class SortableText
{
    /// <summary>How many times longer a text can become.</summary>
    public const int Growth = 3;

    private const char LastEscaped = '\u0003';
    private const char Lead = '\u0001';
    private const char Zero = '\u0002';

    // What is not written as it is: the escaped ones, and surrogates, which may be halves.
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, LastEscaped + 1).Concat(Enumerable.Range(0xD800, 0x800)).Select(code => (char)code)]);

    private static readonly SearchValues<byte> EscapedBytes = SearchValues.Create(0, 1, 2, 3);

    public static bool NeedsEscape(ReadOnlySpan<byte> utf8) => utf8.ContainsAny(EscapedBytes);

    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        // Half a surrogate pair becomes U+FFFD here, as it does in JSON.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value <= LastEscaped)
                escaped.Append(Lead).Append((char)(Zero + (rune.Value >> 1))).Append((char)(Zero + (rune.Value & 1)));
            else
                escaped.Append(rune.ToString());
        }

        return escaped.ToString();
    }

    /// <summary>Escapes UTF-8 and gives the new length.</summary>
    public static int Escape(ReadOnlySpan<byte> utf8, Span<byte> target)
    {
        var length = 0;
        foreach (var part in utf8)
        {
            if (part > LastEscaped)
            {
                target[length++] = part;
                continue;
            }

            target[length++] = (byte)Lead;
            target[length++] = (byte)(Zero + (part >> 1));
            target[length++] = (byte)(Zero + (part & 1));
        }

        return length;
    }
}
