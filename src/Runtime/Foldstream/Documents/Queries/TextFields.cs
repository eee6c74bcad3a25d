namespace Foldstream;

/// <summary>What can be asked of fields that hold text.</summary>
public static class TextFields
{
    /// <summary>Whether the text holds another one, case-sensitive; every text holds the empty one, null holds none.</summary>
    public static DocumentFilter Contains(this Field<string> field, string text) => Ask(field, FieldOperator.Contains, text);

    /// <summary>Whether the text begins with another one, case-sensitive.</summary>
    public static DocumentFilter StartsWith(this Field<string> field, string text) => Ask(field, FieldOperator.StartsWith, text);

    /// <summary>Whether a part of the text matches a regular expression.</summary>
    /// <remarks>
    /// The same subset on every store: no look-around, no back-references, no <c>\p</c>; <c>.</c> is any character but a newline, <c>^</c> the beginning and <c>$</c> the end of the text only.
    /// </remarks>
    /// <exception cref="ArgumentException">The expression is outside of the subset; the message names the part.</exception>
    public static DocumentFilter Matches(this Field<string> field, string expression) =>
        new FieldFilter(field.Path, FieldOperator.Matches, [TextPattern.Check(expression)]);

    private static FieldFilter Ask(Field<string> field, FieldOperator question, string text) => new(field.Path, question, [field.Key(text)]);
}
