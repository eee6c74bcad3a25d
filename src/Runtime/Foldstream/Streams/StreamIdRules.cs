using System.Buffers;

namespace Foldstream;

/// <summary>The rules of the parts of a <see cref="StreamId"/>, the same on every store.</summary>
internal static class StreamIdRules
{
    private const int LongestCategory = 64;
    private const int LongestIdInBytes = 512;

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly SearchValues<char> CategoryCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public static void CheckCategory(string category)
    {
        ArgumentNullException.ThrowIfNull(category);
        var wellFormed = category.Length is > 0 and <= LongestCategory
            && LettersAndDigits.Contains(category[0])
            && !category.AsSpan().ContainsAnyExcept(CategoryCharacters);
        if (!wellFormed)
            throw new ArgumentException(
                $"'{category}' is not a category: a letter or digit, then up to 63 letters, digits, '.', '_' or '-'.", nameof(category));
    }

    public static void CheckId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length == 0)
            throw new ArgumentException("The id of a stream is empty: give 1 to 512 bytes of UTF-8.", nameof(id));
        CheckText(id, "id", nameof(id));
    }

    public static void CheckTenant(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        CheckText(tenant, "tenant", nameof(tenant));
    }

    private static void CheckText(string text, string part, string parameter)
    {
        if (TextRules.CountUtf8(text) is not { } bytes)
            throw new ArgumentException($"The {part} of a stream holds half a surrogate pair, so it has no UTF-8 form.", parameter);
        if (bytes > LongestIdInBytes)
            throw new ArgumentException($"The {part} of a stream has {bytes} bytes of UTF-8; {LongestIdInBytes} are allowed.", parameter);
        if (TextRules.FindControl(text) is { } control)
            throw new ArgumentException($"The {part} of a stream holds the control character U+{(int)control:X4}.", parameter);
    }
}
