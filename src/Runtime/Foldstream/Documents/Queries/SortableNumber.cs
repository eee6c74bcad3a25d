using System.Globalization;

namespace Foldstream;

/// <summary>Numbers as text that sorts by value, whatever their type: the form is in the remarks of <see cref="SortableKey"/>.</summary>
internal static class SortableNumber
{
    /// <summary>How many bytes a key can have more than the number's text.</summary>
    public const int Growth = 13;

    private const byte Negative = (byte)'n';
    private const byte Zero = (byte)'o';
    private const byte Positive = (byte)'p';

    // Above every digit: the shorter one of two negative numbers is the higher.
    private const byte End = (byte)'~';

    // 10 digits of exponent at the most, so the letter stays between C and W.
    private const byte ExponentZero = (byte)'M';
    private const long LargestExponent = 9_999_999_999;

    public static string Of<T>(T value)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        Span<byte> key = stackalloc byte[64 + Growth];
        return System.Text.Encoding.ASCII.GetString(key[..Write(text[..length], key)]);
    }

    /// <summary>Writes the key of a number as JSON has it, and gives its length.</summary>
    /// <exception cref="FormatException">The text is not a number, or its exponent has more than ten digits.</exception>
    public static int Write(ReadOnlySpan<byte> number, Span<byte> key) =>
        TryWrite(number, key) ?? throw new FormatException($"'{System.Text.Encoding.UTF8.GetString(number)}' is not a number that can be sorted: digits, a point, an exponent of up to ten digits.");

    public static int? TryWrite(ReadOnlySpan<byte> number, Span<byte> key)
    {
        var isNegative = number is [(byte)'-', ..];
        if (isNegative)
            number = number[1..];
        if (Split(number) is not { } parts)
            return null;
        var digits = number[..parts.DigitsEnd];
        var first = digits.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0)
        {
            key[0] = Zero;
            return 1;
        }

        // The exponent of the first digit that is not 0.
        var exponent = parts.Exponent + (first < parts.Point ? parts.Point - first - 1 : parts.Point - first);
        if (exponent is < -LargestExponent or > LargestExponent)
            return null;
        digits = digits[first..(digits.LastIndexOfAnyInRange((byte)'1', (byte)'9') + 1)];
        key[0] = isNegative ? Negative : Positive;
        var length = 1 + WriteExponent(isNegative ? -exponent : exponent, key[1..]);
        foreach (var digit in digits)
        {
            if (digit != '.')
                key[length++] = isNegative ? (byte)('0' + '9' - digit) : digit;
        }

        if (isNegative)
            key[length++] = End;
        return length;
    }

    private static (int DigitsEnd, int Point, long Exponent)? Split(ReadOnlySpan<byte> number)
    {
        var end = number.IndexOfAny((byte)'e', (byte)'E');
        var digits = end < 0 ? number : number[..end];
        var point = digits.IndexOf((byte)'.');
        var isNumber = digits.Length > 0 && IsDigits(point < 0 ? digits : digits[..point]) && (point < 0 || IsDigits(digits[(point + 1)..]));
        if (!isNumber)
            return null;
        if (end < 0)
            return (digits.Length, point < 0 ? digits.Length : point, 0);
        var isExponent = long.TryParse(number[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            && exponent is >= -LargestExponent and <= LargestExponent;
        return isExponent ? (digits.Length, point < 0 ? digits.Length : point, exponent) : null;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    // A letter for the count of digits, above M or below it, then the digits: complemented below 0, so that the order is that of the exponents.
    private static int WriteExponent(long exponent, Span<byte> target)
    {
        Math.Abs(exponent).TryFormat(target[1..], out var count, default, CultureInfo.InvariantCulture);
        target[0] = (byte)(exponent < 0 ? ExponentZero - count : ExponentZero + count);
        if (exponent < 0)
        {
            foreach (ref var digit in target.Slice(1, count))
                digit = (byte)('0' + '9' - digit);
        }

        return 1 + count;
    }
}
