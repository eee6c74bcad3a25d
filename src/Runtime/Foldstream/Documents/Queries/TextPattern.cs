namespace Foldstream;

/// <summary>The regular expressions that filters take: the same subset on every store.</summary>
internal static class TextPattern
{
    /// <summary>Gives the expression as it is, where it is inside of the subset.</summary>
    public static string Check(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression;
    }
}
