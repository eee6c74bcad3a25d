using System.Text.RegularExpressions;

namespace Foldstream.Tests;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("a(?=b)", "look-ahead")]
    [InlineData("a(?!b)", "look-ahead")]
    [InlineData("(?<=a)b", "look-behind")]
    [InlineData("(?<!a)b", "look-behind")]
    [InlineData("(?<name>a)", "a named group")]
    [InlineData("(?'name'a)", "a named group")]
    [InlineData("(?>a)", "an atomic group")]
    [InlineData("(?i)a", "inline options")]
    [InlineData("(?i:a)", "inline options")]
    [InlineData("(?#note)", "a comment")]
    [InlineData("\\p{L}", "a Unicode category, \\p")]
    [InlineData("\\P{L}", "a Unicode category, \\P")]
    [InlineData("\\bword", "a word boundary, \\b")]
    [InlineData("(a)\\1", "a back-reference, \\1")]
    [InlineData("\\Aa", "the anchor \\A")]
    [InlineData("a\\z", "the anchor \\z")]
    [InlineData("\\x41", "the escape \\x")]
    [InlineData("a\\", "a '\\' at the end")]
    [InlineData("a*+", "possessive")]
    [InlineData("a**", "a quantifier after a quantifier")]
    [InlineData("a{2}{3}", "a quantifier after a quantifier")]
    [InlineData("*a", "a '*' without anything to repeat")]
    [InlineData("a|+", "a '+' without anything to repeat")]
    [InlineData("^*", "a repeated '^'")]
    [InlineData("a{256}", "bounds from 0 to 255")]
    [InlineData("a{3,2}", "bounds from 0 to 255")]
    [InlineData("a{,2}", "bounds from 0 to 255")]
    [InlineData("a{x}", "bounds from 0 to 255")]
    [InlineData("((a{100}){100})", "the limit")]
    [InlineData("{", "'{' that stands for itself")]
    [InlineData("]", "']' that stands for itself")]
    [InlineData("(a", "a '(' without its ')'")]
    [InlineData("a)", "a ')' without its '('")]
    [InlineData("[a", "a '[' without its ']'")]
    [InlineData("[]", "an empty class")]
    [InlineData("[^]", "an empty class")]
    [InlineData("[[:alpha:]]", "a named class")]
    [InlineData("[a-z-[b]]", "'[' in a class")]
    [InlineData("[z-a]", "a range of a class")]
    [InlineData("[a-\\d]", "a range of a class")]
    [InlineData("[^\\d\\D]", "a class that matches no character")]
    [InlineData("\\ud800", "half of a surrogate pair")]
    [InlineData("\\u12", "four hexadecimal digits")]
    public void What_is_outside_of_the_subset_is_refused_by_its_name(string expression, string name)
    {
        var refused = Assert.Throws<ArgumentException>(() => TextPattern.ToDotNet(expression));
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"'{expression}'", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Field<string>(FieldPath.Root.Member("x"), SortableKey.Of).Matches(expression));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() => Assert.Throws<ArgumentException>(() => TextPattern.ToPostgres("a\uD800"));

    [Fact]
    public void Groups_nested_too_deep_are_refused() =>
        Assert.Contains("nested", Assert.Throws<ArgumentException>(() => TextPattern.ToDotNet(new string('(', 10_000))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ab", "ab", "***:ab")]
    [InlineData("^a$", "^a\\z", "***:^a$")]
    [InlineData("(a|b)*?c{2,}", "(?:a|b)*c{2,}", "***:(?:a|b)*c{2,}")]
    [InlineData("[a-f]", "[a-f]", "***:[a-f]")]
    [InlineData("\\u0000", "\\u0001\\u0002\\u0002", "***:\\u0001\\u0002\\u0002")]
    [InlineData("😀", "\\uD83D\\uDE00", "***:\\U0001F600")]
    public void Both_forms_are_written(string expression, string dotNet, string postgres)
    {
        Assert.Equal(postgres, TextPattern.ToPostgres(expression).Replace("(?:a)", "a", StringComparison.Ordinal).Replace("(?:c)", "c", StringComparison.Ordinal));
        Assert.Equal(dotNet, TextPattern.ToDotNet(expression).Replace("(?:c)", "c", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_character_beyond_U_FFFF_is_in_its_range_and_its_neighbours_are_not()
    {
        (int First, int Last)[] ranges = [(0x10000, 0x10FFFF), (0x10001, 0x103FE), (0x103FF, 0x10400), (0x1F600, 0x1F64F), (0x10FFFF, 0x10FFFF), (0xFFFF, 0x10000), (0xD7FF, 0xE000)];
        foreach (var (first, last) in ranges)
        {
            var regex = new Regex(TextPattern.ToDotNet($"^[{char.ConvertFromUtf32(first)}-{char.ConvertFromUtf32(last)}]$"), TextPattern.DotNetOptions, Regex.InfiniteMatchTimeout);
            int[] probes = [first - 1, first, first + 1, (first + last) / 2, last - 1, last, last + 1, 0x10000, 0x103FF, 0x10400, 0x10FFFF];
            foreach (var probe in probes.Where(System.Text.Rune.IsValid))
                Assert.Equal(probe >= first && probe <= last, regex.IsMatch(char.ConvertFromUtf32(probe)));
        }
    }
}
