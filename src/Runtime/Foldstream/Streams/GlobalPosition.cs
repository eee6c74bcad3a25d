using System.Globalization;

namespace Foldstream;

/// <summary>The place of an event in the order of its whole store: opaque, comparable within one store, bound to it.</summary>
/// <remarks>
/// When a reader has seen position p, nothing will ever appear before p. Positions rise but need not be contiguous.
/// Kept as text by <see cref="ToString"/> and <see cref="Parse"/>: <c>{store}@{value}</c>.
/// </remarks>
public readonly record struct GlobalPosition : IComparable<GlobalPosition>
{
    /// <summary>Creates a position: for the authors of stores.</summary>
    /// <param name="store">The identity of the store, made when the store was created.</param>
    /// <param name="value">The place in the store's order.</param>
    public GlobalPosition(Guid store, long value)
    {
        Store = store;
        Value = value;
    }

    /// <summary>The identity of the store that gave this position.</summary>
    public Guid Store { get; }

    /// <summary>The place in the store's order: for the authors of stores.</summary>
    public long Value { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a position.</exception>
    public static GlobalPosition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && Guid.TryParseExact(text.AsSpan(0, at), "N", out var store)
            && long.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? new GlobalPosition(store, value)
            : throw new FormatException($"'{text}' is not a global position: it is written as 'store@value'.");
    }

    /// <summary>The value of this position in a store: for the authors of stores.</summary>
    /// <exception cref="ForeignPositionException">The position was given by another store.</exception>
    public long In(Guid store) => store == Store ? Value : throw new ForeignPositionException(this, store);

    /// <summary>Compares two positions of one store.</summary>
    /// <exception cref="ForeignPositionException">They are positions of different stores.</exception>
    public int CompareTo(GlobalPosition other) => Value.CompareTo(other.In(Store));

    /// <summary>Whether one position comes before another.</summary>
    /// <exception cref="ForeignPositionException">They are positions of different stores.</exception>
    public static bool operator <(GlobalPosition left, GlobalPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether one position comes after another.</summary>
    /// <exception cref="ForeignPositionException">They are positions of different stores.</exception>
    public static bool operator >(GlobalPosition left, GlobalPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether one position comes before another or is the same.</summary>
    /// <exception cref="ForeignPositionException">They are positions of different stores.</exception>
    public static bool operator <=(GlobalPosition left, GlobalPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one position comes after another or is the same.</summary>
    /// <exception cref="ForeignPositionException">They are positions of different stores.</exception>
    public static bool operator >=(GlobalPosition left, GlobalPosition right) => left.CompareTo(right) >= 0;

    /// <summary>The text form, <c>store@value</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Store:N}@{Value}");
}
