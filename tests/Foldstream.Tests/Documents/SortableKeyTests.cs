using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.Tests;

public sealed class SortableKeyTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
            "\0", "\u0001", "\u0002", "\u0003", "\u0004", "a", "b", "A", "\t", " ", "\u007F", "é", "\uD7FF", "\uE000", "\uFFFF", "😀", "\U0010FFFF")
        .ArrayOf().Select(string.Concat);

    private static readonly Gen<decimal> Decimals =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Choose(0, 28)
        from isWide in Gen.Elements(true, false)
        select new decimal(Math.Abs((long)low) is var part ? (int)(part & int.MaxValue) : 0, isWide ? middle : 0, 0, low < 0, (byte)scale);

    // JSON numbers with every way to write them: signs, zeros at both ends, fractions, exponents.
    private static readonly Gen<string> JsonNumbers =
        from sign in Gen.Elements("", "-")
        from whole in Gen.Elements("0", "1", "9", "10", "100", "123", "99999999999999999999")
        from fraction in Gen.Elements("", ".0", ".5", ".50", ".05", ".00000000000000000000000000000001", ".999")
        from exponent in Gen.Elements("", "e0", "e1", "E+2", "e-1", "e-3", "E10", "e-10", "e99", "e-99")
        select sign + whole + fraction + exponent;

    [Fact]
    public void Text_sorts_by_its_UTF_8_bytes() => AssertOrder(Texts, SortableKey.Of, (left, right) => Bytes(left).AsSpan().SequenceCompareTo(Bytes(right)));

    [Fact]
    public void Keys_compare_without_their_bytes_as_their_bytes_do() =>
        AssertOrder(Texts, text => text, (left, right) => SortableKey.Comparer.Compare(left, right));

    [Fact]
    public void An_escaped_text_is_found_exactly_where_the_text_is() =>
        Prop.ForAll(Texts.Two().ToArbitrary(), pair =>
        {
            var (whole, part) = pair;
            Assert.Equal(whole.Contains(part, StringComparison.Ordinal), SortableKey.Of(whole)!.Contains(SortableKey.Of(part)!, StringComparison.Ordinal));
            Assert.Equal(whole.StartsWith(part, StringComparison.Ordinal), SortableKey.Of(whole)!.StartsWith(SortableKey.Of(part)!, StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_escape_holds_no_U_0000_and_is_as_documented()
    {
        Assert.Equal("a\u0001\u0002\u0002b", SortableKey.Of("a\0b"));
        Assert.Equal("\u0001\u0002\u0003", SortableKey.Of("\u0001"));
        Assert.Equal("\u0001\u0003\u0002", SortableKey.Of("\u0002"));
        Assert.Equal("\u0001\u0003\u0003", SortableKey.Of('\u0003'));
        Assert.Equal("\u0004", SortableKey.Of("\u0004"));
        Assert.Equal("a\uFFFDb", SortableKey.Of("a\uD800b"));
    }

    [Fact]
    public void Decimals_sort_by_value() => AssertOrder(Decimals, SortableKey.Of, decimal.Compare);

    [Fact]
    public void Integers_sort_by_value() => AssertOrder(
        Gen.OneOf(ArbMap.Default.GeneratorFor<long>(), Gen.Elements(long.MinValue, long.MaxValue, 0, -1, 1, 9, 10, -9, -10, 99, 100)), SortableKey.Of, (left, right) => left.CompareTo(right));

    [Fact]
    public void Doubles_sort_by_value() => AssertOrder(
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite), SortableKey.Of, (left, right) => left.CompareTo(right));

    [Fact]
    public void Floats_sort_by_value() => AssertOrder(
        ArbMap.Default.GeneratorFor<float>().Where(float.IsFinite), SortableKey.Of, (left, right) => left.CompareTo(right));

    [Fact]
    public void Numbers_of_JSON_sort_by_value_whatever_their_length() => AssertOrder(JsonNumbers, SortableKey.OfNumber, (left, right) => Exact(left).CompareTo(Exact(right)));

    [Fact]
    public void Numbers_of_different_types_share_one_order()
    {
        var numbers = Gen.OneOf(
            Decimals.Select(value => (SortableKey.Of(value), Exact(value.ToString(CultureInfo.InvariantCulture)))),
            ArbMap.Default.GeneratorFor<int>().Select(value => (SortableKey.Of(value), Exact(value.ToString(CultureInfo.InvariantCulture)))),
            ArbMap.Default.GeneratorFor<byte>().Select(value => (SortableKey.Of(value), Exact(value.ToString(CultureInfo.InvariantCulture)))),
            ArbMap.Default.GeneratorFor<double>().Where(value => Math.Abs(value) is > 1e-60 and < 1e60)
                .Select(value => (SortableKey.Of(value), Exact(value.ToString("R", CultureInfo.InvariantCulture)))),
            Gen.Choose(-1000, 1000).Select(value => (SortableKey.Of((BigInteger)value), Exact(value.ToString(CultureInfo.InvariantCulture)))),
            JsonNumbers.Select(value => (SortableKey.OfNumber(value), Exact(value))));
        AssertOrder(numbers, number => number.Item1, (left, right) => left.Item2.CompareTo(right.Item2));
    }

    [Fact]
    public void One_is_one_however_it_is_written()
    {
        string[] ones =
        [
            SortableKey.Of((byte)1), SortableKey.Of((sbyte)1), SortableKey.Of((short)1), SortableKey.Of((ushort)1), SortableKey.Of(1), SortableKey.Of(1u), SortableKey.Of(1L), SortableKey.Of(1UL),
            SortableKey.Of((Int128)1), SortableKey.Of((UInt128)1), SortableKey.Of(BigInteger.One), SortableKey.Of((Half)1), SortableKey.Of(1f), SortableKey.Of(1.0), SortableKey.Of(1m), SortableKey.Of(1.000m),
            SortableKey.OfNumber("1e0"), SortableKey.OfNumber("0.001E3"), SortableKey.OfNumber("10e-1"),
        ];
        Assert.All(ones, key => Assert.Equal("pN01", key));
        Assert.Equal("o", SortableKey.Of(-0.0));
        Assert.Equal(SortableKey.Of(0), SortableKey.OfNumber("-0.000e5"));
        Assert.Equal(SortableKey.Of(0.1m), SortableKey.Of(0.1f));
    }

    [Fact]
    public void Null_is_null()
    {
        Assert.Null(SortableKey.Of((string?)null));
        Assert.Null(SortableKey.Of((int?)null));
        Assert.Null(SortableKey.Of((decimal?)null));
        Assert.Null(SortableKey.Of((DateTime?)null));
        Assert.Null(SortableKey.Of((Guid?)null));
        Assert.Equal(SortableKey.Of(5), SortableKey.Of((int?)5));
    }

    [Fact]
    public void What_is_not_finite_is_refused()
    {
        Assert.Contains("NaN", Assert.Throws<ArgumentOutOfRangeException>(() => SortableKey.Of(double.NaN)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SortableKey.Of(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => SortableKey.Of((float?)float.NegativeInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => SortableKey.Of(Half.NaN));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("1 ")]
    [InlineData("NaN")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e99999999999")]
    public void What_is_no_number_is_refused(string text) => Assert.Throws<FormatException>(() => SortableKey.OfNumber(text));

    [Fact]
    public void Exponents_of_ten_digits_are_taken()
    {
        Assert.True(SortableKey.Comparer.Compare(SortableKey.OfNumber("1e9999999999"), SortableKey.Of(double.MaxValue)) > 0);
        Assert.True(SortableKey.Comparer.Compare(SortableKey.OfNumber("1e-9999999999"), SortableKey.Of(double.Epsilon)) < 0);
        Assert.True(SortableKey.Comparer.Compare(SortableKey.OfNumber("-1e-9999999999"), SortableKey.Of(-double.Epsilon)) > 0);
    }

    [Fact]
    public void Times_sort_by_instant() => AssertOrder(
        from ticks in Gen.OneOf(Gen.Elements(0L, 1L, DateTime.MaxValue.Ticks), ArbMap.Default.GeneratorFor<DateTime>().Select(time => time.Ticks))
        from hours in Gen.Choose(-14, 14)
        let offset = TimeSpan.FromHours(hours)
        where ticks + offset.Ticks is >= 0 and <= 3155378975999999999
        select new DateTimeOffset(ticks + offset.Ticks, offset),
        SortableKey.Of,
        (left, right) => left.CompareTo(right));

    [Fact]
    public void A_time_without_an_offset_is_UTC()
    {
        var time = new DateTime(2026, 11, 24, 12, 30, 0, DateTimeKind.Unspecified);
        Assert.Equal("2026-11-24T12:30:00.0000000Z", SortableKey.Of(time));
        Assert.Equal(SortableKey.Of(time), SortableKey.Of(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
        Assert.Equal(SortableKey.Of(time), SortableKey.Of(new DateTimeOffset(time, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(3))));
        Assert.Equal(SortableKey.Of(DateTime.SpecifyKind(time, DateTimeKind.Utc)), SortableKey.Of(DateTime.SpecifyKind(time, DateTimeKind.Utc).ToLocalTime()));
    }

    [Fact]
    public void Durations_sort_by_length() => AssertOrder(
        Gen.OneOf(Gen.Elements(TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero), ArbMap.Default.GeneratorFor<TimeSpan>()), SortableKey.Of, TimeSpan.Compare);

    [Fact]
    public void Dates_and_times_of_day_sort_by_value()
    {
        AssertOrder(Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber), SortableKey.Of, (left, right) => left.CompareTo(right));
        AssertOrder(
            from seconds in Gen.Choose(0, 86399)
            from ticks in Gen.Elements(0L, 1L, 10L, 9_999_999L)
            select new TimeOnly((seconds * TimeSpan.TicksPerSecond) + ticks),
            SortableKey.Of,
            (left, right) => left.CompareTo(right));
    }

    [Fact]
    public void Guids_sort_by_value() => AssertOrder(ArbMap.Default.GeneratorFor<Guid>(), SortableKey.Of, (left, right) => left.CompareTo(right));

    [Fact]
    public void Booleans_sort_false_first() => Assert.True(SortableKey.Comparer.Compare(SortableKey.Of(false), SortableKey.Of(true)) < 0);

    private static void AssertOrder<T>(Gen<T> values, Func<T, string?> key, Comparison<T> compare) =>
        Prop.ForAll(values.Two().ToArbitrary(), pair =>
        {
            var (left, right) = pair;
            Assert.Equal(Math.Sign(compare(left, right)), Math.Sign(Bytes(key(left)!).AsSpan().SequenceCompareTo(Bytes(key(right)!))));
            Assert.Equal(key(left), key(left));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The value of a number as an integer, by a power of ten that is large enough for all of these tests.</summary>
    private static BigInteger Exact(string number)
    {
        var parts = number.Split('e', 'E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        return BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, 400 + exponent - decimals);
    }
}
