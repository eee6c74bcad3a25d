using System.Buffers;
using System.Text.Json;

namespace Foldstream.Benchmarks;

/// <summary>Generated code against hand-written code and against System.Text.Json's generated metadata, in process.</summary>
internal static class CoreSuite
{
    private static readonly OrderPlaced Order = new(
        new Guid("0198b1c2-7a5e-7c3d-9f10-2b6a4e8d1c35"), "Alice Liddell", 129.95m, "EUR", 3,
        new DateTimeOffset(2026, 3, 1, 12, 30, 15, TimeSpan.FromHours(1)), true, Channel.Phone);

    private static readonly byte[] Json = OrderPlacedJsonConverter.Definition.Encode(Order).Data.ToArray();
    private static readonly ArrayBufferWriter<byte> Buffer = new(1024);
    private static readonly Utf8JsonWriter Writer = new(Buffer, new JsonWriterOptions { SkipValidation = true });

    public static IEnumerable<Workload> Workloads() =>
    [
        new("dispatch vs switch", count => Dispatch(count, new LampByHand().Apply), count => Dispatch(count, Generated(new Lamp()))),
        new("read vs hand-written", Times(static () => OrderPlacedByHand.Read(Json)), Times(ReadGenerated)),
        new("read vs source generation", Times(static () => JsonSerializer.Deserialize(Json, StjContext.Default.OrderPlaced)!), Times(ReadGenerated)),
        new("write vs hand-written", Writing(OrderPlacedByHand.Write), Writing(OrderPlacedJsonConverter.Instance.Write)),
        new("write vs source generation", Writing(static (writer, order) => JsonSerializer.Serialize(writer, order, StjContext.Default.OrderPlaced)), Writing(OrderPlacedJsonConverter.Instance.Write)),
    ];

    private delegate void ApplyStored(in StoredEvent stored);

    private static void Dispatch(int count, ApplyStored apply)
    {
        var stream = new StreamId("lamp", "one");
        EventType[] types = [new("switched-on"), new("dimmed"), new("brightened"), new("switched-off")];
        for (var index = 0; index < count; index++)
            apply(new StoredEvent(stream, index, null, default, types[index & 3], "{}"u8, default, default, default));
    }

    private static ApplyStored Generated<TAggregate>(TAggregate aggregate)
        where TAggregate : class, IAggregate<TAggregate> => (in StoredEvent stored) => TAggregate.Apply(aggregate, stored);

    private static OrderPlaced ReadGenerated()
    {
        var reader = new Utf8JsonReader(Json);
        reader.Read();
        return OrderPlacedJsonConverter.Instance.Read(ref reader);
    }

    private static Action<int> Times(Func<OrderPlaced> read) => count =>
    {
        for (var index = 0; index < count; index++)
            GC.KeepAlive(read());
    };

    private static Action<int> Writing(Action<Utf8JsonWriter, OrderPlaced> write) => count =>
    {
        for (var index = 0; index < count; index++)
        {
            Buffer.ResetWrittenCount();
            Writer.Reset(Buffer);
            write(Writer, Order);
            Writer.Flush();
        }
    };
}
