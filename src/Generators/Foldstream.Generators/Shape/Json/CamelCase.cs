namespace Foldstream.Generators;

/// <summary>Property names as JsonNamingPolicy.CamelCase writes them.</summary>
internal static class CamelCase
{
    /// <summary>Lowers the capitals that a name starts with, up to the one that begins its second word: <c>IOPort</c> is <c>ioPort</c>.</summary>
    public static string Of(string name)
    {
        var lowered = 0;
        while (lowered < name.Length && char.IsUpper(name[lowered]) && (lowered == 0 || !BeginsWord(name, lowered)))
            lowered++;
        return name.Substring(0, lowered).ToLowerInvariant() + name.Substring(lowered);
    }

    private static bool BeginsWord(string name, int index) => index + 1 < name.Length && !char.IsUpper(name[index + 1]);
}
