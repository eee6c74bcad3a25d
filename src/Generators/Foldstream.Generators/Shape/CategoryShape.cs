namespace Foldstream.Generators;

/// <summary>The rule of the runtime's <c>StreamId</c> for a category.</summary>
internal static class CategoryShape
{
    private const int LongestCategory = 64;

    public static bool IsValid(string category) =>
        category.Length is > 0 and <= LongestCategory
        && IsLetterOrDigit(category[0])
        && category.All(character => IsLetterOrDigit(character) || character is '.' or '_' or '-');

    private static bool IsLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
