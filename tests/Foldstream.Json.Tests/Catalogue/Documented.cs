using System.Text.Json;
using System.Text.Json.Serialization;
using Foldstream;

namespace Shop;

#region event
public sealed record Price(decimal Amount, string Currency);

public sealed record Position(string Product, int Quantity, Price Price);

[Event("basket-filled")]
public sealed record BasketFilled(Guid Basket, IReadOnlyList<Position> Positions, DateTimeOffset At)
{
    public string? Voucher { get; init; }
}
#endregion

#region wrapper
[EventValue]
public readonly record struct BasketId(Guid Value);

[EventValue]
public readonly record struct Sku(string Code);

[Event("stock-reserved")]
public sealed record StockReserved(BasketId Basket, Dictionary<Sku, int> Quantities);
#endregion

#region hierarchy
[JsonDerivedType(typeof(ByCard), "card")]
[JsonDerivedType(typeof(ByInvoice), "invoice")]
public abstract record Method;

public sealed record ByCard(string LastDigits) : Method;

public sealed record ByInvoice(int DaysToPay) : Method;

[Event("payment-chosen")]
public sealed record PaymentChosen(BasketId Basket, Method Method);
#endregion

#region attributes
[Event("address-given")]
public sealed record AddressGiven(
    [property: JsonPropertyName("zip")] string PostalCode,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Floor,
    [property: JsonConverter(typeof(CountryConverter))] Country Country)
{
    [JsonIgnore]
    public bool IsAbroad => Country != Country.Germany;
}

public enum Country
{
    Germany,
    France,
}

public sealed class CountryConverter : JsonConverter<Country>
{
    public override Country Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.ValueTextEquals("FR"u8) ? Country.France : Country.Germany;

    public override void Write(Utf8JsonWriter writer, Country value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == Country.France ? "FR" : "DE");
}
#endregion
