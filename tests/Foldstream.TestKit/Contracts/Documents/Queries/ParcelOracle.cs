using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>What filters and sorts mean, said over values in memory: random parcels, filters and sorts, each with its plain meaning.</summary>
internal static class ParcelOracle
{
    private static readonly string?[] Texts =
        [null, null, "", "a", "A", "ab", "b", "a%", "a_", "é", "\uE000", "\uFFFD", "😀", "😀a", "a\0", "\0", "\u0001", "\u0002", "\u0003", "'", "\"", "\\", "null", "1"];

    private static readonly decimal?[] Prices =
        [null, null, 0m, 1m, 1.00m, -1m, -1.5m, 0.1m, 10m, 9m, 100m, 99.99m, -0.0001m, 12345678901234567890.123456789m, 12345678901234567890.12345679m, decimal.MinValue];

    private static readonly long[] Counts = [0, 1, -1, 9, 10, long.MaxValue, long.MinValue, 9007199254740993];

    private static readonly double?[] Weights = [null, 0, -0.0, 1, -1, 1e-7, 1e21, -1e21, 0.3, double.Epsilon, double.MaxValue];

    private static readonly bool?[] Booleans = [null, false, true];

    private static readonly DateTimeOffset?[] Times =
    [
        null, TestClock.Start, TestClock.Start.ToOffset(TimeSpan.FromHours(5)), TestClock.Start.AddTicks(1), TestClock.Start.AddHours(-5).ToOffset(TimeSpan.FromHours(-9)),
        DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
    ];

    private static readonly TimeSpan?[] Delays = [null, TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromDays(2), TimeSpan.FromHours(10), TimeSpan.MinValue, TimeSpan.MaxValue];

    public static Gen<Parcel> Parcels { get; } =
        from title in Gen.Elements(Texts)
        from price in Gen.Elements(Prices)
        from count in Gen.Elements(Counts)
        from weight in Gen.Elements(Weights)
        from fragile in Gen.Elements(Booleans)
        from sentAt in Gen.Elements(Times)
        from delay in Gen.Elements(Delays)
        from street in Gen.Elements(Texts)
        from hasAddress in Gen.Elements(true, false)
        from tags in Gen.Elements(Texts).ListOf(3)
        from hasTags in Gen.Elements(true, false)
        from label in Gen.Elements(Texts)
        select new Parcel
        {
            Title = title, Price = price, Count = count, Weight = weight, Fragile = fragile, SentAt = sentAt, Delay = delay,
            Address = hasAddress ? new ParcelAddress(street, null) : null,
            Tags = hasTags ? [.. tags] : null,
            Labels = label is null ? null : new() { ["k"] = label },
        };

    public static Gen<Asked> Filters { get; } = Gen.Sized(size => Filter(Math.Min(size / 8, 5)));

    public static Gen<Sorted> Sorts { get; } =
        from terms in Gen.Elements(SortTerms()).ListOf().Resize(3)
        select terms.Aggregate(new Sorted(null, (_, _) => 0, "by id"), (before, term) => new Sorted(
            before.Sort is null ? term.Sort : before.Sort.Then(term.Sort!),
            (left, right) => before.Compare(left, right) is not 0 and var order ? order : term.Compare(left, right),
            $"{term.Text}, {before.Text}"));

    /// <summary>By UTF-8 bytes, which are written here: the core never does.</summary>
    private static int CompareTexts(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    private static Gen<Asked> Filter(int depth) => depth == 0 ? Leaf : Gen.OneOf(
        Leaf,
        Filter(depth - 1).Select(inner => new Asked(!inner.Filter, parcel => !inner.Holds(parcel), $"!({inner.Text})")),
        from left in Filter(depth - 1)
        from right in Filter(depth - 1)
        select new Asked(left.Filter & right.Filter, parcel => left.Holds(parcel) && right.Holds(parcel), $"({left.Text} & {right.Text})"),
        from left in Filter(depth - 1)
        from right in Filter(depth - 1)
        select new Asked(left.Filter | right.Filter, parcel => left.Holds(parcel) || right.Holds(parcel), $"({left.Text} | {right.Text})"));

    private static Gen<Asked> Leaf { get; } = Gen.OneOf(
        OfText("title", Parcel.Fields.Title, parcel => parcel.Title),
        OfText("street", Parcel.Fields.Street, parcel => parcel.Address?.Street),
        OfText("labels.k", Parcel.Fields.Labels["k"], parcel => parcel.Labels?.GetValueOrDefault("k")),
        OfText("tags.1", Parcel.Fields.Tags[1], parcel => parcel.Tags?.ElementAtOrDefault(1)),
        OfValue("price", Parcel.Fields.Price, parcel => parcel.Price, Prices),
        OfValue("weight", Parcel.Fields.Weight, parcel => parcel.Weight, Weights),
        OfValue("fragile", Parcel.Fields.Fragile, parcel => parcel.Fragile, Booleans),
        OfValue("sentAt", Parcel.Fields.SentAt, parcel => parcel.SentAt, Times),
        OfValue("delay", Parcel.Fields.Delay, parcel => parcel.Delay, Delays),
        from tag in Gen.Elements(Texts.OfType<string>())
        select new Asked(Parcel.Fields.Tags.Has(tag), parcel => parcel.Tags?.Contains(tag) == true, $"tags has '{tag}'"),
        Gen.Constant(new Asked(Parcel.Fields.Tags.IsNull(), parcel => parcel.Tags is null, "tags is null")));

    private static Gen<Asked> OfText(string name, Field<string> field, Func<Parcel, string?> value) => Gen.OneOf(
        Comparisons(name, field, value, Texts, CompareTexts),
        from text in Gen.Elements(Texts.OfType<string>())
        from asked in Gen.Elements(
            new Asked(field.Contains(text), parcel => value(parcel)?.Contains(text, StringComparison.Ordinal) == true, $"{name} contains '{text}'"),
            new Asked(field.StartsWith(text), parcel => value(parcel)?.StartsWith(text, StringComparison.Ordinal) == true, $"{name} starts with '{text}'"))
        select asked);

    private static Gen<Asked> OfValue<T>(string name, Field<T?> field, Func<Parcel, T?> value, T?[] values)
        where T : struct, IComparable<T> =>
        Comparisons(name, field, parcel => value(parcel), values, (left, right) => left!.Value.CompareTo(right!.Value));

    private static Gen<Asked> Comparisons<T>(string name, Field<T> field, Func<Parcel, T?> value, T?[] values, Comparison<T> compare)
    {
        return Gen.OneOf(
            from other in Gen.Elements(values)
            from asked in Gen.Elements(
                new Asked(field == other, parcel => Same(value(parcel), other), $"{name} == '{other}'"),
                new Asked(field != other, parcel => !Same(value(parcel), other), $"{name} != '{other}'"))
            select asked,
            from other in Gen.Elements(values.Where(item => item is not null))
            from asked in Gen.Elements(
                new Asked(field < other, parcel => value(parcel) is { } here && compare(here, other!) < 0, $"{name} < '{other}'"),
                new Asked(field <= other, parcel => value(parcel) is { } here && compare(here, other!) <= 0, $"{name} <= '{other}'"),
                new Asked(field > other, parcel => value(parcel) is { } here && compare(here, other!) > 0, $"{name} > '{other}'"),
                new Asked(field >= other, parcel => value(parcel) is { } here && compare(here, other!) >= 0, $"{name} >= '{other}'"))
            select asked,
            from others in Gen.Elements(values).ListOf().Resize(4)
            from asked in Gen.Elements(
                new Asked(field.In(others), parcel => others.Any(other => Same(value(parcel), other)), $"{name} in {string.Join('/', others)}"),
                new Asked(field.NotIn(others), parcel => !others.Any(other => Same(value(parcel), other)), $"{name} not in {string.Join('/', others)}"))
            select asked,
            Gen.Constant(new Asked(field.IsNull(), parcel => value(parcel) is null, $"{name} is null")));

        bool Same(T? left, T? right) => left is null || right is null ? left is null && right is null : compare(left, right) == 0;
    }

    private static Sorted[] SortTerms() =>
    [
        .. Both("title", Parcel.Fields.Title, parcel => parcel.Title, CompareTexts),
        .. Both("price", Parcel.Fields.Price, parcel => parcel.Price, (left, right) => left!.Value.CompareTo(right!.Value)),
        .. Both("fragile", Parcel.Fields.Fragile, parcel => parcel.Fragile, (left, right) => left!.Value.CompareTo(right!.Value)),
        .. Both("sentAt", Parcel.Fields.SentAt, parcel => parcel.SentAt, (left, right) => left!.Value.CompareTo(right!.Value)),
        .. Both("street", Parcel.Fields.Street, parcel => parcel.Address?.Street, CompareTexts),
    ];

    private static IEnumerable<Sorted> Both<T>(string name, IField field, Func<Parcel, T?> value, Comparison<T> compare)
    {
        yield return new Sorted(field.Ascending(), (left, right) => NullsLast(left, right, 1), name);
        yield return new Sorted(field.Descending(), (left, right) => NullsLast(left, right, -1), $"{name} descending");

        int NullsLast(Parcel left, Parcel right, int sign) => (value(left), value(right)) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (one, other) => sign * compare(one, other),
        };
    }

    /// <param name="Filter">What is asked.</param>
    /// <param name="Holds">What it means.</param>
    /// <param name="Text">How a failure calls it.</param>
    internal sealed record Asked(DocumentFilter Filter, Func<Parcel, bool> Holds, string Text)
    {
        public override string ToString() => Text;
    }

    /// <param name="Sort">What is asked.</param>
    /// <param name="Compare">What it means, ids aside.</param>
    /// <param name="Text">How a failure calls it.</param>
    internal sealed record Sorted(Sort? Sort, Comparison<Parcel> Compare, string Text)
    {
        public override string ToString() => Text;
    }
}
