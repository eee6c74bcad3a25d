using System.Globalization;
using System.Text;

namespace Foldstream;

/// <summary>Writes a regular expression for .NET or for PostgreSQL, over texts in sortable form.</summary>
internal sealed class TextPatternWriter(bool isPostgres)
{
    private readonly StringBuilder text = new();

    public string Write(TextPatternNode pattern)
    {
        // The rest is an advanced expression, whatever it begins with and however the server is set.
        if (isPostgres)
            text.Append("***:");
        WriteNode(pattern);
        return text.ToString();
    }

    private void WriteNode(TextPatternNode node)
    {
        switch (node)
        {
            case TextPatternCharacter character:
                WriteSet(character.Characters);
                break;
            case TextPatternAnchor anchor:
                text.Append((anchor.IsStart, isPostgres) switch { (true, _) => "^", (false, true) => "$", _ => "\\z" });
                break;
            case TextPatternSequence sequence:
                foreach (var part in sequence.Parts)
                    WriteNode(part is TextPatternSequence or TextPatternChoice ? new TextPatternRepetition(part, 1, 1) : part);
                break;
            case TextPatternChoice choice:
                WriteChoice([.. choice.Branches.Select(branch => (Action)(() => WriteNode(branch)))]);
                break;
            case TextPatternRepetition repetition:
                text.Append("(?:");
                WriteNode(repetition.Part);
                text.Append(')').Append(Bounds(repetition));
                break;
        }
    }

    private static string Bounds(TextPatternRepetition repetition) => (repetition.Least, repetition.Most) switch
    {
        (1, 1) => "",
        (0, null) => "*",
        (1, null) => "+",
        (0, 1) => "?",
        (var least, null) => string.Create(CultureInfo.InvariantCulture, $"{{{least},}}"),
        var (least, most) => string.Create(CultureInfo.InvariantCulture, $"{{{least},{most}}}"),
    };

    private void WriteChoice(List<Action> branches)
    {
        for (var at = 0; at < branches.Count; at++)
        {
            if (at > 0)
                text.Append('|');
            branches[at]();
        }
    }

    private void WriteSet(CharacterSet set)
    {
        var branches = new List<Action>();
        var plain = set.Within(4, isPostgres ? 0x10FFFF : 0xFFFF);
        if (plain.Count > 0)
            branches.Add(() => WriteClass(plain));
        // .NET sees UTF-16: what is beyond U+FFFF is two of its characters.
        if (!isPostgres)
            branches.AddRange(set.Within(0x10000, 0x10FFFF).SelectMany(Pairs).Select(pair => (Action)(() => WritePair(pair))));
        branches.AddRange(from range in set.Within(0, 3)
                          from character in Enumerable.Range(range.First, range.Last - range.First + 1)
                          select (Action)(() => WriteCharacters(SortableText.Escape(((char)character).ToString()))));
        if (branches.Count > 1)
            text.Append("(?:");
        WriteChoice(branches);
        if (branches.Count > 1)
            text.Append(')');
    }

    private void WriteClass(List<(int First, int Last)> ranges)
    {
        if (ranges is [var (only, last)] && only == last)
        {
            WriteCharacter(only);
            return;
        }

        text.Append('[');
        foreach (var range in ranges)
        {
            WriteCharacter(range.First);
            if (range.Last > range.First)
                text.Append('-');
            if (range.Last > range.First)
                WriteCharacter(range.Last);
        }

        text.Append(']');
    }

    private void WriteCharacters(string characters)
    {
        foreach (var character in characters)
            WriteCharacter(character);
    }

    private void WriteCharacter(int character)
    {
        if (char.IsAsciiLetterOrDigit((char)Math.Min(character, char.MaxValue)))
            text.Append((char)character);
        else if (character <= char.MaxValue)
            text.Append(CultureInfo.InvariantCulture, $"\\u{character:X4}");
        else
            text.Append(CultureInfo.InvariantCulture, $"\\U{character:X8}");
    }

    private void WritePair(((int, int) High, (int, int) Low) pair)
    {
        WriteClass([pair.High]);
        WriteClass([pair.Low]);
    }

    // A range of characters as ranges of high surrogates, each with one range of low ones.
    private static IEnumerable<((int, int) High, (int, int) Low)> Pairs((int First, int Last) range)
    {
        var (firstHigh, firstLow) = Surrogates(range.First);
        var (lastHigh, lastLow) = Surrogates(range.Last);
        if (firstHigh == lastHigh)
        {
            yield return ((firstHigh, firstHigh), (firstLow, lastLow));
            yield break;
        }

        if (firstLow > 0xDC00)
            yield return ((firstHigh, firstHigh), (firstLow, 0xDFFF));
        var from = firstLow > 0xDC00 ? firstHigh + 1 : firstHigh;
        var to = lastLow < 0xDFFF ? lastHigh - 1 : lastHigh;
        if (from <= to)
            yield return ((from, to), (0xDC00, 0xDFFF));
        if (lastLow < 0xDFFF)
            yield return ((lastHigh, lastHigh), (0xDC00, lastLow));
    }

    private static (int High, int Low) Surrogates(int character) =>
        (0xD800 + ((character - 0x10000) >> 10), 0xDC00 + ((character - 0x10000) & 0x3FF));
}
