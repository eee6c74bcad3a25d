using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>One document a purpose, from the payments of all payers, in their order: it remembers the last ones.</summary>
public sealed class PurposeReport<TVariant> : IProjection<PurposeReport<TVariant>>
    where TVariant : IProjectionVariant
{
    public static ProjectionDefinition Definition { get; } = new()
    {
        Name = $"purposes-{TVariant.Name}",
        EventNames = [Payment.EventName],
        UsesContext = true,
        Fields = FieldSchema.Object(("total", FieldSchema.Number), ("last", FieldSchema.Text)),
    };

    public static string FoldFingerprint => $"purposes {TVariant.Factor}";

    public long Total { get; private set; }

    /// <summary>The ids of the payers who paid last, the latest at the end.</summary>
    public string Last { get; private set; } = "";

    public static PurposeReport<TVariant> Create() => new();

    public static RoutedEvent Route(in StoredEvent stored, EventContext? context, DocumentKeys keys)
    {
        var payment = Payment.Read(stored.Data);
        foreach (var purpose in payment.Purposes)
            keys.Add(purpose);
        return new RoutedEvent(0, payment);
    }

    public static bool Apply(PurposeReport<TVariant> document, RoutedEvent routed, EventContext? context)
    {
        var payment = (Payment)routed.Event!;
        document.Total += payment.Amount * TVariant.Factor;
        document.Last = string.Join(',', document.Last.Split(',', StringSplitOptions.RemoveEmptyEntries).Append(context!.Stream.Id).TakeLast(3));
        payment.Check();
        return true;
    }

    public static void Write(Utf8JsonWriter writer, PurposeReport<TVariant> document)
    {
        writer.WriteStartObject();
        writer.WriteNumber("total", document.Total);
        writer.WriteString("last", document.Last);
        writer.WriteEndObject();
    }

    public static PurposeReport<TVariant> Read(ref Utf8JsonReader reader)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return new PurposeReport<TVariant>
        {
            Total = json.RootElement.GetProperty("total").GetInt64(),
            Last = json.RootElement.GetProperty("last").GetString()!,
        };
    }
}
