namespace Foldstream.Generators;

/// <summary>Whether a text has a UTF-8 form.</summary>
internal static class Utf16
{
    public static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
                index++;
            else if (char.IsSurrogate(text[index]))
                return false;
        }

        return true;
    }
}
