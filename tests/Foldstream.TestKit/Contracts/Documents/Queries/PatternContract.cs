namespace Foldstream.TestKit;

/// <summary>Regular expressions match the same on every store.</summary>
public abstract class PatternContract<TStore, TFixture> : QueryContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    /// <summary>Expressions, each with texts that it matches and texts that it does not.</summary>
    public static TheoryData<string, string[], string[]> Cases { get; } = new()
    {
        { "", ["", "a", "\0"], [] },
        { "b", ["b", "abc"], ["", "B"] },
        { "^b", ["b", "bc"], ["ab", "a\nb"] },
        { "b$", ["b", "ab"], ["ba", "b\n", "b\na"] },
        { "^$", [""], ["a", "\n"] },
        { "^.$", ["a", "é", "😀", "\0", "\u0001", "\u0003", "\r"], ["", "\n", "ab", "😀😀", "\0\0"] },
        { "^..$", ["ab", "a\0", "\0\u0002", "😀a"], ["😀", "\0"] },
        { "a.c", ["abc", "a😀c", "a\0c"], ["ac", "a\nc"] },
        { "^[a-c]+$", ["a", "abcabc"], ["", "abd", "A"] },
        { "^[^a-c]$", ["d", "\n", "😀", "\0", "\u0002"], ["a", "de"] },
        { "^[é-ü😀-😂]+$", ["é", "ü😁"], ["z", "😃", "\uD7FF"] },
        { "^[\\u0000-\\u0005]+$", ["\0\u0001\u0002\u0003\u0004\u0005"], ["\u0006", "a"] },
        { "\\u0002", ["\u0002", "a\u0002b"], ["\0", "\u0001", "\u0003"] },
        { "[\\]\\[\\-^]", ["]", "[", "-", "^"], ["a", "\\"] },
        { "^\\d+$", ["0123456789"], ["a", "٣", ""] },
        { "^\\w+$", ["aZ_9"], ["é", "-", " "] },
        { "^\\s$", [" ", "\t", "\n", "\r", "\f", "\v"], ["\u00A0", "\u2028", "a"] },
        { "^\\D\\W\\S$", ["aé-", "😀 \0"], ["1--", "a--\n", "aa-"] },
        { "^[\\d\\s]+$", ["1 2"], ["1a"] },
        { "^(ab|c)*$", ["", "abc", "cab"], ["a", "abb"] },
        { "^(?:ab|)c$", ["abc", "c"], ["ac"] },
        { "^a{2}$", ["aa"], ["a", "aaa"] },
        { "^a{2,}$", ["aa", "aaaaaa"], ["a"] },
        { "^(ab){1,2}$", ["ab", "abab"], ["", "ababab"] },
        { "^a+?b??$", ["a", "aaab"], ["b"] },
        { "^(a|b|cd)?x$", ["x", "ax", "cdx"], ["cx"] },
        { "a|^b|c$", ["xax", "bx", "xc"], ["xb", "cx"] },
        { "^x(😀){2}$", ["x😀😀"], ["x😀"] },
        { "\\.\\*\\(\\)\\{\\}\\?\\+\\|\\$\\^\\\\", [".*(){}?+|$^\\"], ["a"] },
        { "a\\tb\\nc", ["a\tb\nc"], ["a b c"] },
        { "***:a", [], [] },
        { "(?i)a", [], [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_expression_matches_what_it_says(string expression, string[] matching, string[] others)
    {
        if (matching.Length == 0 && others.Length == 0)
        {
            Assert.Throws<ArgumentException>(() => Parcel.Fields.Title.Matches(expression));
            return;
        }

        await SeedAsync([.. matching.Concat(others).Select((title, index) => ((DocumentKey)$"{index:D2}", new Parcel { Title = title })), ("none", new Parcel())]);
        await AssertMatchesAsync(string.Join(' ', matching.Select((_, index) => $"{index:D2}")), Parcel.Fields.Title.Matches(expression));
    }

    [Fact]
    public async Task An_expression_that_makes_others_slow_is_answered_at_once()
    {
        await SeedAsync(("a", new Parcel { Title = new string('a', 5000) + "!" }));
        await AssertMatchesAsync("", Parcel.Fields.Title.Matches("^(a|aa|a*)*$"));
    }
}
