using System.Text;

namespace Foldstream.Analyzers;

/// <summary>Turns the name of a type into a stored one: <c>MoneyDeposited</c> into <c>money-deposited</c>.</summary>
internal static class KebabCase
{
    public static string Of(string name, string suffix = "")
    {
        var stem = suffix.Length > 0 && name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - suffix.Length)
            : name;
        var text = new StringBuilder();
        for (var index = 0; index < stem.Length; index++)
        {
            if (StartsWord(stem, index))
                text.Append('-');
            text.Append(stem[index] == '_' ? '-' : char.ToLowerInvariant(stem[index]));
        }

        return text.ToString();
    }

    // IBANChanged: a word starts at the I and at the C, before which the acronym ends.
    private static bool StartsWord(string name, int index) =>
        index > 0
        && char.IsUpper(name[index])
        && name[index - 1] != '_'
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
