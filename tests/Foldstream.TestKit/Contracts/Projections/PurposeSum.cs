using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>One document a purpose, from the payments of all payers, in any order.</summary>
public sealed class PurposeSum<TVariant> : IProjection<PurposeSum<TVariant>>
    where TVariant : IProjectionVariant
{
    public static ProjectionDefinition Definition { get; } = new()
    {
        Name = $"sums-{TVariant.Name}",
        EventNames = [Payment.EventName],
        IsCommutative = true,
        Fields = FieldSchema.Object(("total", FieldSchema.Number)),
    };

    public static string FoldFingerprint => $"sums {TVariant.Factor}";

    public long Total { get; private set; }

    public static PurposeSum<TVariant> Create() => new();

    public static RoutedEvent Route(in StoredEvent stored, EventContext? context, DocumentKeys keys)
    {
        var payment = Payment.Read(stored.Data);
        foreach (var purpose in payment.Purposes)
            keys.Add(purpose);
        return new RoutedEvent(0, payment);
    }

    public static bool Apply(PurposeSum<TVariant> document, RoutedEvent routed, EventContext? context)
    {
        document.Total += ((Payment)routed.Event!).Check().Amount * TVariant.Factor;
        return true;
    }

    public static void Write(Utf8JsonWriter writer, PurposeSum<TVariant> document)
    {
        writer.WriteStartObject();
        writer.WriteNumber("total", document.Total);
        writer.WriteEndObject();
    }

    public static PurposeSum<TVariant> Read(ref Utf8JsonReader reader)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return new PurposeSum<TVariant> { Total = json.RootElement.GetProperty("total").GetInt64() };
    }
}
