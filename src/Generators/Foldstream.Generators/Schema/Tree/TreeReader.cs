using System.Globalization;
using System.Text;

namespace Foldstream.Generators;

/// <summary>Reads the part of JSON that schemas are written in: objects, lists, texts, whole numbers, true and false.</summary>
internal sealed class TreeReader
{
    private const int Deepest = 64;

    private readonly string text;
    private int position;
    private int depth;

    private TreeReader(string text) => this.text = text;

    /// <exception cref="MalformedTextException">The text is not JSON, or holds what schemas do not.</exception>
    public static TreeNode Read(string text)
    {
        var reader = new TreeReader(text);
        var node = reader.ReadNode();
        return reader.Peek() == '\0' ? node : throw reader.Unexpected("the end of the file");
    }

    private TreeNode ReadNode()
    {
        if (++depth > Deepest)
            throw new MalformedTextException($"values are nested more than {Deepest} levels deep", position, 1);
        var first = Peek();
        var start = position;
        TreeNode node = first switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => new TreeText(ReadText()),
            'f' => ReadWord("false", new TreeFlag(false)),
            't' => ReadWord("true", new TreeFlag(true)),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => throw Unexpected("a value"),
        };
        depth--;
        return node with { Start = start, Length = position - start };
    }

    private TreeObject ReadObject()
    {
        var members = new List<TreeMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var _ in Separated('}'))
        {
            if (Peek() != '"')
                throw Unexpected("a name in quotes");
            var start = position;
            var name = ReadText();
            var length = position - start;
            if (!names.Add(name))
                throw new MalformedTextException($"'{name}' is there twice", start, length);
            Expect(':');
            members.Add(new TreeMember(name, ReadNode()) { Start = start, Length = length });
        }

        return new TreeObject(members);
    }

    private TreeArray ReadArray()
    {
        var items = new List<TreeNode>();
        foreach (var _ in Separated(']'))
            items.Add(ReadNode());
        return new TreeArray(items);
    }

    // Once for each item between the brackets, which the caller reads.
    private IEnumerable<bool> Separated(char end)
    {
        position++;
        if (Peek() == end)
        {
            position++;
            yield break;
        }

        while (true)
        {
            yield return true;
            if (Peek() == end)
                break;
            Expect(',');
        }

        position++;
    }

    private string ReadText()
    {
        var value = new StringBuilder();
        for (position++; ; position++)
        {
            var character = position < text.Length ? text[position] : '\n';
            if (character is < ' ')
                throw new MalformedTextException("a text does not end on its line", position, 1);
            if (character == '"')
                break;
            value.Append(character == '\\' ? ReadEscape() : character);
        }

        position++;
        return value.ToString();
    }

    private char ReadEscape()
    {
        position++;
        return (position < text.Length ? text[position] : '\0') switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadHex(),
            _ => throw new MalformedTextException("a backslash is followed by what it does not escape", position - 1, 1),
        };
    }

    private char ReadHex()
    {
        var digits = position + 4 < text.Length ? text.Substring(position + 1, 4) : "";
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw new MalformedTextException("'\\u' is not followed by four hexadecimal digits", position - 1, 2);
        position += 4;
        return (char)code;
    }

    private TreeNumber ReadNumber()
    {
        var start = position;
        while (position < text.Length && text[position] is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
            position++;
        return int.TryParse(text.Substring(start, position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new TreeNumber(number)
            : throw new MalformedTextException("only whole numbers are expected", start, position - start);
    }

    private TreeFlag ReadWord(string word, TreeFlag flag)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
            throw Unexpected("a value");
        position += word.Length;
        return flag;
    }

    private void Expect(char character)
    {
        if (Peek() != character)
            throw Unexpected($"'{character}'");
        position++;
    }

    /// <summary>The next character that is no blank; NUL at the end.</summary>
    private char Peek()
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
            position++;
        return position < text.Length ? text[position] : '\0';
    }

    private MalformedTextException Unexpected(string expected) => position < text.Length
        ? new($"{expected} is expected, not '{text[position]}'", position, 1)
        : new($"{expected} is expected, and the file ends", Math.Max(0, text.Length - 1), Math.Min(1, text.Length));
}
