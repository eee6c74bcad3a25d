using System.Globalization;
using System.Numerics;
using System.Text;

namespace Foldstream;

/// <summary>The sortable form of values: texts whose UTF-8 bytes compare as the values do.</summary>
/// <remarks>
/// <para>Text is its own form, but for an escape: U+0000, which some databases cannot hold, U+0001, U+0002 and U+0003 become U+0001 and two more characters,
/// U+0002 for 0 and U+0003 for 1 of the character's two bits. Half of a surrogate pair counts as U+FFFD, as in JSON.</para>
/// <para>Numbers of all types share one form, so 1, 1.0m and 1e0 are equal. Zero is <c>o</c>. A positive number is <c>p</c>, its decimal exponent, and its digits without zeros at either end;
/// the exponent is a letter above <c>M</c> by the count of its digits, or below it where it is negative, and the digits, each taken from 9 where it is negative.
/// A negative number is <c>n</c>, the exponent of the other sign, the digits each taken from 9, and <c>~</c>. A <see cref="double"/>, <see cref="float"/> or <see cref="Half"/> counts as the shortest decimal number that gives it back.</para>
/// <para>Points in time are UTC with seven digits of fractions; one without an offset counts as UTC. Durations are the number of their ticks. Booleans are <c>false</c> and <c>true</c>.
/// Dates, times of day and Guids are as in JSON.</para>
/// </remarks>
public static class SortableKey
{
    /// <summary>The order of keys: by their UTF-8 bytes, which is not the order of UTF-16 beyond U+FFFF.</summary>
    public static IComparer<string> Comparer { get; } = new Utf8Order();

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(string? value) => value is null ? null : SortableText.Escape(value);

    /// <summary>The sortable form.</summary>
    public static string Of(char value) => SortableText.Escape(value.ToString());

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(char? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(bool? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(byte value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(byte? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(sbyte value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(sbyte? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(short value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(short? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(ushort value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(ushort? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(int value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(int? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(uint value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(uint? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(long value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(long? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(ulong value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(ulong? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(Int128 value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(Int128? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(UInt128 value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(UInt128? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(decimal value) => SortableNumber.Of(value);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(decimal? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number.</exception>
    public static string Of(Half value) => Half.IsFinite(value) ? SortableNumber.Of(value) : throw NotFinite(value);

    /// <summary>The sortable form; null for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number.</exception>
    public static string? Of(Half? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number.</exception>
    public static string Of(float value) => float.IsFinite(value) ? SortableNumber.Of(value) : throw NotFinite(value);

    /// <summary>The sortable form; null for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number.</exception>
    public static string? Of(float? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number.</exception>
    public static string Of(double value) => double.IsFinite(value) ? SortableNumber.Of(value) : throw NotFinite(value);

    /// <summary>The sortable form; null for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a finite number.</exception>
    public static string? Of(double? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(BigInteger value) => OfNumber(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(BigInteger? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form of a number as JSON has it, of any length.</summary>
    /// <exception cref="FormatException">It is not a number, or its exponent has more than ten digits.</exception>
    public static string OfNumber(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var key = new byte[json.Length + SortableNumber.Growth];
        return Encoding.ASCII.GetString(key, 0, SortableNumber.Write(Encoding.UTF8.GetBytes(json), key));
    }

    /// <summary>The sortable form.</summary>
    public static string Of(DateTimeOffset value) => SortableTime.Of(value.UtcDateTime);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(DateTimeOffset? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form; a time that is neither UTC nor local counts as UTC.</summary>
    public static string Of(DateTime value) =>
        SortableTime.Of(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc));

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(DateTime? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(DateOnly? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(TimeOnly value) => value.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(TimeOnly? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(TimeSpan value) => SortableNumber.Of(value.Ticks);

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(TimeSpan? value) => value is { } some ? Of(some) : null;

    /// <summary>The sortable form.</summary>
    public static string Of(Guid value) => value.ToString("D");

    /// <summary>The sortable form; null for null.</summary>
    public static string? Of(Guid? value) => value is { } some ? Of(some) : null;

    private static ArgumentOutOfRangeException NotFinite<T>(T value) =>
        new(nameof(value), value, $"{value} has no place in an order and cannot be stored in JSON: use a finite number, or null.");
}
