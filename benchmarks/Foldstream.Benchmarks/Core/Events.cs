using System.Text.Json.Serialization;

namespace Foldstream.Benchmarks;

public enum Channel
{
    Web,
    Phone,
    Shop,
}

/// <summary>An event of a realistic size.</summary>
[Event("order-placed")]
public sealed record OrderPlaced(
    Guid OrderId, string Customer, decimal Total, string Currency, int Lines, DateTimeOffset PlacedAt, bool Express, Channel Channel);

[Event("switched-on")]
public readonly record struct SwitchedOn;

[Event("switched-off")]
public readonly record struct SwitchedOff;

[Event("dimmed")]
public readonly record struct Dimmed;

[Event("brightened")]
public readonly record struct Brightened;

[Aggregate("lamp")]
public sealed partial class Lamp
{
    public int State { get; private set; }

    private void Apply(SwitchedOn e) => State += 1;

    private void Apply(SwitchedOff e) => State -= 1;

    private void Apply(Dimmed e) => State ^= 2;

    private void Apply(Brightened e) => State ^= 4;
}

/// <summary>System.Text.Json's own generated metadata, set to write the same bytes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(OrdersByHand))]
internal sealed partial class StjContext : JsonSerializerContext;
