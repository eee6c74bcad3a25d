using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>One document a payer, which goes when he closes: written by hand as the generator would write it.</summary>
public sealed class PayerBalance<TVariant> : IProjection<PayerBalance<TVariant>>
    where TVariant : IProjectionVariant
{
    public static ProjectionDefinition Definition { get; } = new()
    {
        Name = $"balances-{TVariant.Name}",
        Category = Payment.Category,
        EventNames = [Payment.EventName, Payment.Closing],
        IsSingleStream = true,
        Fields = FieldSchema.Object(("balance", FieldSchema.Number), ("payments", FieldSchema.Number)),
        Indexes = [FieldPath.Root.Member("balance")],
    };

    public static string FoldFingerprint => $"balances {TVariant.Factor}";

    public long Balance { get; private set; }

    public int Payments { get; private set; }

    public static PayerBalance<TVariant> Create() => new();

    public static RoutedEvent Route(in StoredEvent stored, EventContext? context, DocumentKeys keys)
    {
        keys.Add(stored.Stream.Id);
        return stored.Type.Name switch
        {
            Payment.EventName => new RoutedEvent(0, Payment.Read(stored.Data)),
            Payment.Closing => new RoutedEvent(1, null),
            _ => throw UnknownEventException.For(stored, nameof(PayerBalance<>)),
        };
    }

    public static bool Apply(PayerBalance<TVariant> document, RoutedEvent routed, EventContext? context)
    {
        if (routed.Handler == 1)
            return false;
        // Changed before it fails: what is half done is to be seen, if anybody keeps it.
        var payment = (Payment)routed.Event!;
        document.Payments++;
        document.Balance += payment.Amount * TVariant.Factor;
        payment.Check();
        return true;
    }

    public static void Write(Utf8JsonWriter writer, PayerBalance<TVariant> document)
    {
        writer.WriteStartObject();
        writer.WriteNumber("balance", document.Balance);
        writer.WriteNumber("payments", document.Payments);
        writer.WriteEndObject();
    }

    public static PayerBalance<TVariant> Read(ref Utf8JsonReader reader)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return new PayerBalance<TVariant>
        {
            Balance = json.RootElement.GetProperty("balance").GetInt64(),
            Payments = json.RootElement.GetProperty("payments").GetInt32(),
        };
    }
}
