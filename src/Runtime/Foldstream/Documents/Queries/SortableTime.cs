using System.Globalization;
using System.Text;

namespace Foldstream;

/// <summary>Points in time as text that sorts by instant: <c>2026-11-24T13:05:00.0000000Z</c>.</summary>
internal static class SortableTime
{
    public const int Length = 28;

    private static readonly long[] TicksOfFraction = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    public static string Of(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Writes the key of a time as JSON has it: a date, or a date and a time with or without an offset; without one it is UTC.</summary>
    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> key) =>
        TryParse(text, out var utc) && utc.TryFormat(key, out _, "O", CultureInfo.InvariantCulture);

    public static DateTime Parse(string text) => TryParse(Encoding.UTF8.GetBytes(text), out var utc)
        ? utc
        : throw new FormatException($"'{text}' is not a time: write it as 2026-11-24T13:05:00Z.");

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime utc)
    {
        utc = default;
        var isDate = text.Length >= 10 && text[4] == '-' && text[7] == '-'
            && TryNumber(text[..4], out _) && TryNumber(text[5..7], out _) && TryNumber(text[8..10], out _);
        if (!isDate)
            return false;
        TryNumber(text[..4], out var year);
        TryNumber(text[5..7], out var month);
        TryNumber(text[8..10], out var day);
        var exists = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        if (!exists)
            return false;
        var ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        if (text.Length > 10)
        {
            if (!TryTime(text[10..], out var ofDay, out var offset))
                return false;
            // A local time at the very end of the calendar counts as the end, as DateTime.ToUniversalTime has it.
            ticks = Math.Clamp(ticks + ofDay - offset, 0, DateTime.MaxValue.Ticks);
        }

        utc = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, out long ofDay, out long offset)
    {
        ofDay = offset = 0;
        var isTime = text.Length >= 6 && text[0] == 'T' && text[3] == ':'
            && TryNumber(text[1..3], out _) && TryNumber(text[4..6], out _);
        if (!isTime)
            return false;
        TryNumber(text[1..3], out var hour);
        TryNumber(text[4..6], out var minute);
        var second = 0;
        text = text[6..];
        if (text is [(byte)':', _, _, ..])
        {
            if (!TryNumber(text[1..3], out second))
                return false;
            text = text[3..];
        }

        long fraction = 0;
        if (text is [(byte)'.', _, ..])
        {
            var end = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            var digits = end < 0 ? text[1..] : text.Slice(1, end);
            if (digits.Length == 0)
                return false;
            for (var place = 0; place < Math.Min(digits.Length, TicksOfFraction.Length); place++)
                fraction += (digits[place] - '0') * TicksOfFraction[place];
            text = text[(1 + digits.Length)..];
        }

        ofDay = (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + fraction;
        return hour < 24 && minute < 60 && second < 60 && TryOffset(text, out offset);
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out long offset)
    {
        offset = 0;
        if (text is [] or [(byte)'Z'])
            return true;
        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _] || !TryNumber(text[1..3], out var hours) || !TryNumber(text[4..6], out var minutes))
            return false;
        offset = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
