using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Foldstream.NativeWalk;

public interface IDeliveryEvent;

public enum Speed
{
    Slow,
    Fast,
}

[Flags]
public enum Handling : byte
{
    None = 0,
    Fragile = 1,
    Cold = 2,
}

[EventValue]
public readonly record struct Weight(decimal Kilograms);

[EventValue]
public sealed record Sku(string Code);

public sealed record Address(string Street, string? Town);

public sealed record Item(Sku Sku, int Count, decimal? Price);

[JsonDerivedType(typeof(Cash), "cash")]
[JsonDerivedType(typeof(Card), "card")]
public abstract record Payment;

public sealed record Cash : Payment;

public sealed record Card(string LastDigits) : Payment;

/// <summary>Members of every kind that a native build could lose.</summary>
[Event("delivery-ordered")]
public sealed record DeliveryOrdered(string Customer, Address To, IReadOnlyList<Item> Items) : IDeliveryEvent
{
    public Payment Payment { get; init; } = new Cash();

    public Speed Speed { get; init; }

    public Handling Handling { get; init; }

    public Weight Weight { get; init; }

    public bool Insured { get; init; }

    public char Mark { get; init; } = '-';

    public double Distance { get; init; }

    public Half? Slope { get; init; }

    public ulong Barcode { get; init; }

    public Guid Code { get; init; }

    public DateTimeOffset Due { get; init; }

    public DateOnly Day { get; init; }

    public TimeOnly? At { get; init; }

    public TimeSpan? Window { get; init; }

    public Uri? Link { get; init; }

    public byte[]? Signature { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public Dictionary<Speed, decimal> Fees { get; init; } = [];

    public Dictionary<string, Address> Others { get; init; } = [];

    public HashSet<int> Floors { get; init; } = [];
}

[Event("delivery-tried")]
public sealed record DeliveryTried(string Place) : IDeliveryEvent;

[Event("delivery-noted")]
public sealed record DeliveryNoted(string? Text) : IDeliveryEvent;

[Event("delivery-cancelled")]
public readonly record struct DeliveryCancelled : IDeliveryEvent;
