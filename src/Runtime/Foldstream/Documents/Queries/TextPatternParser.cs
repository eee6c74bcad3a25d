using System.Globalization;
using System.Text;

namespace Foldstream;

/// <summary>Reads the regular expressions that filters take, and names what is outside of the subset.</summary>
internal sealed class TextPatternParser
{
    private const int MostRepetitions = 255;
    private const int LargestSize = 1000;
    private const int DeepestGroup = 50;

    private readonly string expression;
    private readonly int[] characters;
    private int at;
    private int depth;

    private TextPatternParser(string expression)
    {
        this.expression = expression;
        characters = [.. expression.EnumerateRunes().Select(rune => rune.Value)];
    }

    private int? Next => at < characters.Length ? characters[at] : null;

    public static TextPatternNode Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var parser = new TextPatternParser(expression);
        if (TextRules.CountUtf8(expression) is null)
            throw parser.Refuse("half of a surrogate pair");
        var pattern = parser.Choice();
        if (parser.Next is not null)
            throw parser.Refuse("a ')' without its '('");
        return pattern.Size <= LargestSize ? pattern : throw parser.Refuse($"repetitions that ask for up to {pattern.Size} characters; {LargestSize} is the limit");
    }

    private TextPatternNode Choice()
    {
        var branches = new List<TextPatternNode> { Sequence() };
        while (Take('|'))
            branches.Add(Sequence());
        return branches.Count == 1 ? branches[0] : new TextPatternChoice(branches);
    }

    private TextPatternSequence Sequence()
    {
        var parts = new List<TextPatternNode>();
        while (Next is { } character and not '|' and not ')')
        {
            at++;
            parts.Add(Repeated(Atom((char)Math.Min(character, char.MaxValue), character)));
        }

        return new TextPatternSequence(parts);
    }

    private TextPatternNode Atom(char sign, int character)
    {
        switch (sign)
        {
            case '.':
                return new TextPatternCharacter(CharacterSet.AllButNewline);
            case '^':
            case '$':
                return new TextPatternAnchor(IsStart: sign == '^');
            case '(':
                return Group();
            case '[':
                return new TextPatternCharacter(Class());
            case '\\':
                return new TextPatternCharacter(Escape());
            case '*' or '+' or '?':
                throw Refuse($"a '{sign}' without anything to repeat before it");
            case '{' or '}' or ']':
                throw Refuse($"a '{sign}' that stands for itself: write \\{sign}");
            default:
                return Literal(character);
        }
    }

    private static TextPatternCharacter Literal(int character) => new(CharacterSet.Of((character, character)));

    private TextPatternNode Group()
    {
        if (++depth > DeepestGroup)
            throw Refuse($"groups nested deeper than {DeepestGroup}");
        if (Take('?') && !Take(':'))
            throw Refuse(GroupName());
        var inner = Choice();
        if (!Take(')'))
            throw Refuse("a '(' without its ')'");
        depth--;
        return inner;
    }

    private string GroupName() => (Next, at + 1 < characters.Length ? characters[at + 1] : 0) switch
    {
        ('=' or '!', _) => "look-ahead",
        ('<', '=' or '!') => "look-behind",
        ('<' or '\'' or 'P', _) => "a named group",
        ('>', _) => "an atomic group",
        ('(', _) => "a conditional group",
        ('#', _) => "a comment",
        _ => "inline options",
    };

    private TextPatternNode Repeated(TextPatternNode part)
    {
        if (Bounds() is not var (least, most))
            return part;
        if (part is TextPatternAnchor)
            throw Refuse("a repeated '^' or '$'");
        // Lazy or not is the same where only the match counts.
        var isLazy = Take('?');
        if (Next is '+' && !isLazy)
            throw Refuse("a possessive quantifier");
        if (Next is '*' or '+' or '?' or '{')
            throw Refuse("a quantifier after a quantifier: put the first one in a group");
        return new TextPatternRepetition(part, least, most);
    }

    private (int Least, int? Most)? Bounds()
    {
        if (Take('*'))
            return (0, null);
        if (Take('+'))
            return (1, null);
        if (Take('?'))
            return (0, 1);
        if (!Take('{'))
            return null;
        var least = Number();
        var most = least;
        if (Take(','))
            most = Next is '}' ? null : Number();
        var isWhole = Take('}') && least is <= MostRepetitions && most is null or <= MostRepetitions && !(most < least);
        return isWhole ? (least!.Value, most) : throw Refuse($"a '{{' without bounds from 0 to {MostRepetitions} after it");
    }

    private int? Number()
    {
        int? number = null;
        while (Next is >= '0' and <= '9' && number is null or <= MostRepetitions)
            number = ((number ?? 0) * 10) + characters[at++] - '0';
        return number;
    }

    private CharacterSet Class()
    {
        var isNegated = Take('^');
        var ranges = new List<(int First, int Last)>();
        for (var isFirst = true; isFirst || Next is not ']'; isFirst = false)
        {
            if (Next is ']')
                throw Refuse("an empty class, or a ']' in a class that stands for itself: write \\]");
            var set = ClassItem();
            if (Next is not '-' || at + 1 >= characters.Length || characters[at + 1] == ']')
            {
                ranges.AddRange(set.Ranges);
                continue;
            }

            at++;
            var last = ClassItem();
            if (Single(set) is not { } from || Single(last) is not { } to || from > to)
                throw Refuse("a range of a class that does not go from one character up to another");
            ranges.Add((from, to));
        }

        at++;
        var all = CharacterSet.Of(ranges);
        all = isNegated ? all.Complement() : all;
        return all.IsEmpty ? throw Refuse("a class that matches no character") : all;
    }

    private CharacterSet ClassItem()
    {
        if (Next is not { } character)
            throw Refuse("a '[' without its ']'");
        at++;
        return character switch
        {
            '\\' => Escape(),
            '[' when Next is ':' or '.' or '=' => throw Refuse("a named class"),
            '[' => throw Refuse("a '[' in a class that stands for itself: write \\["),
            _ => CharacterSet.Of((character, character)),
        };
    }

    private static int? Single(CharacterSet set) => set.Ranges is [var (first, last)] && first == last ? first : null;

    private CharacterSet Escape()
    {
        if (Next is not { } character)
            throw Refuse("a '\\' at the end");
        at++;
        return character switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Complement(),
            'w' => CharacterSet.Word,
            'W' => CharacterSet.Word.Complement(),
            's' => CharacterSet.Space,
            'S' => CharacterSet.Space.Complement(),
            't' => One('\t'),
            'n' => One('\n'),
            'r' => One('\r'),
            'f' => One('\f'),
            'v' => One('\v'),
            'u' => One(Hexadecimal()),
            < 128 when char.IsPunctuation((char)character) || char.IsSymbol((char)character) || character == ' ' => One(character),
            'p' or 'P' => throw Refuse($"a Unicode category, \\{(char)character}"),
            'b' or 'B' => throw Refuse($"a word boundary, \\{(char)character}"),
            >= '1' and <= '9' or 'k' => throw Refuse($"a back-reference, \\{(char)character}"),
            'A' or 'z' or 'Z' or 'G' => throw Refuse($"the anchor \\{(char)character}: write ^ or $"),
            _ => throw Refuse($"the escape \\{new Rune(character)}"),
        };
    }

    private static CharacterSet One(int character) => CharacterSet.Of((character, character));

    private int Hexadecimal()
    {
        var digits = string.Concat(characters.Skip(at).Take(4).Select(character => new Rune(character).ToString()));
        var isCode = digits.Length == 4 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        if (!isCode)
            throw Refuse("a \\u without four hexadecimal digits after it");
        at += 4;
        var code = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return Rune.IsValid(code) ? code : throw Refuse($"half of a surrogate pair, \\u{digits}: write the character itself");
    }

    private bool Take(char sign)
    {
        if (Next != sign)
            return false;
        at++;
        return true;
    }

    private ArgumentException Refuse(string part) => new(
        $"The expression '{expression}' holds {part}, near character {Math.Max(at, 1)}. Stores agree on a subset only: literals, classes, \\d \\w \\s, groups, |, quantifiers, ^ and $.", nameof(expression));
}
