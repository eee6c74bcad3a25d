using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Names generated files so that types whose names differ only by case do not lose each other's output.</summary>
internal static class HintNames
{
    /// <summary>The full names that are not alone once case is ignored; empty in nearly every assembly.</summary>
    public static IncrementalValueProvider<EquatableArray<string>> FindCollisions(IncrementalValuesProvider<string> fullNames) =>
        fullNames.Collect().Select(static (names, _) => Collisions(names));

    /// <summary>The name of the file for a type.</summary>
    public static string For(string fullName, EquatableArray<string> collisions, string suffix = "") =>
        collisions.Contains(fullName, StringComparer.Ordinal) ? $"{fullName}{suffix}.{CasePattern(fullName)}.g.cs" : $"{fullName}{suffix}.g.cs";

    private static EquatableArray<string> Collisions(ImmutableArray<string> names) =>
        names.Distinct(StringComparer.Ordinal)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    // Which letters are capitals, in hexadecimal: differs wherever only case does.
    private static string CasePattern(string name)
    {
        var pattern = string.Concat(name.Select(character => char.IsUpper(character) ? '1' : '0'));
        return string.Concat(Enumerable.Range(0, (pattern.Length + 3) / 4)
            .Select(digit => pattern.Substring(digit * 4, Math.Min(4, pattern.Length - (digit * 4))).PadRight(4, '0'))
            .Select(bits => Convert.ToInt32(bits, 2).ToString("x")));
    }
}
