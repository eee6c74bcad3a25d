using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Foldstream.Generators;

/// <summary>The names of generated files: told apart without looking at case, and of few kinds of characters.</summary>
internal static class HintNames
{
    /// <summary>The names that differ by case alone; hardly ever any.</summary>
    public static EquatableArray<string> FindCollisions(ImmutableArray<string> names) => names
        .Distinct(StringComparer.Ordinal)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Skip(1).Any())
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The name of a file: <c>Bank.Order.Json.g.cs</c>, and where others differ by case alone <c>Bank.Order-1f0c2a77.Json.g.cs</c>.</summary>
    public static string Of(string name, string kind, EquatableArray<string> collisions)
    {
        var distinct = collisions.Contains(name, StringComparer.Ordinal) ? $"{Safe(name)}-{Hash(name)}" : Safe(name);
        return $"{distinct}.{kind}.g.cs";
    }

    // An identifier may hold combining marks, which a file's name may not.
    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var character in name)
            safe.Append(char.IsLetterOrDigit(character) || character is '.' or '_' ? character.ToString() : $"-{Hex(character)}");
        return safe.ToString();
    }

    // FNV-1a: the same in every process.
    private static string Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
            hash = unchecked((hash ^ character) * 16777619u);
        return Hex(hash);
    }

    private static string Hex(uint value) => value.ToString("x4", CultureInfo.InvariantCulture);
}
