using System.Text.RegularExpressions;

namespace Foldstream;

/// <summary>The regular expressions that filters take, in the form of each store: for the authors of stores.</summary>
/// <remarks>
/// The subset: literals; <c>.</c>, which is any character but a newline; classes with ranges and <c>^</c>; <c>\d</c>, <c>\w</c>, <c>\s</c> and their complements, of ASCII;
/// groups <c>(…)</c> and <c>(?:…)</c>; <c>|</c>; <c>*</c>, <c>+</c>, <c>?</c>, <c>{n}</c>, <c>{n,}</c>, <c>{n,m}</c> up to 255, also lazy; <c>^</c> and <c>$</c>, the beginning and the end of the text only;
/// <c>\t</c>, <c>\n</c>, <c>\r</c>, <c>\f</c>, <c>\v</c>, <c>\u0041</c>, and <c>\</c> before punctuation. A character beyond U+FFFF is one character. Both forms match the sortable form of a text.
/// </remarks>
public static class TextPattern
{
    /// <summary>The options that go with <see cref="ToDotNet"/>: the time is linear in the text's length.</summary>
    public static RegexOptions DotNetOptions => RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>The expression for <see cref="Regex"/>, to be used with <see cref="DotNetOptions"/>.</summary>
    /// <exception cref="ArgumentException">The expression is outside of the subset; the message names the part.</exception>
    public static string ToDotNet(string expression) => new TextPatternWriter(isPostgres: false).Write(TextPatternParser.Parse(expression));

    /// <summary>The expression for PostgreSQL's operator <c>~</c>, with the collation <c>"C"</c> and the encoding UTF-8.</summary>
    /// <exception cref="ArgumentException">The expression is outside of the subset; the message names the part.</exception>
    public static string ToPostgres(string expression) => new TextPatternWriter(isPostgres: true).Write(TextPatternParser.Parse(expression));

    /// <summary>Gives the expression as it is, where it is inside of the subset.</summary>
    internal static string Check(string expression)
    {
        TextPatternParser.Parse(expression);
        return expression;
    }
}
