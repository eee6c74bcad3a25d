using System.Text;

namespace Foldstream;

/// <summary>What stored names and ids have in common: text that has a UTF-8 form and no control characters.</summary>
internal static class TextRules
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The length in bytes of UTF-8; null where the text holds half a surrogate pair.</summary>
    public static int? CountUtf8(string text)
    {
        try
        {
            return StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The first control character; null where there is none.</summary>
    public static char? FindControl(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character))
                return character;
        }

        return null;
    }
}
