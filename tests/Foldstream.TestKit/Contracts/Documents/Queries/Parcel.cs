using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>A document with a member of every kind, and what the generator would write for it.</summary>
public sealed class Parcel : IProjection<Parcel>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? Title { get; set; }

    public decimal? Price { get; set; }

    public long Count { get; set; }

    public double? Weight { get; set; }

    public bool? Fragile { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public TimeSpan? Delay { get; set; }

    public Guid? Code { get; set; }

    public ParcelAddress? Address { get; set; }

    public List<string?>? Tags { get; set; }

    public List<ParcelLine>? Lines { get; set; }

    public Dictionary<string, string?>? Labels { get; set; }

    public static ProjectionDefinition Definition { get; } = new()
    {
        Name = "parcels",
        EventNames = ["number-drawn"],
        Fields = FieldSchema.Object(
            ("title", FieldSchema.Text),
            ("price", FieldSchema.Number),
            ("count", FieldSchema.Number),
            ("weight", FieldSchema.Number),
            ("fragile", FieldSchema.Boolean),
            ("sentAt", FieldSchema.Time),
            ("delay", FieldSchema.Duration),
            ("code", FieldSchema.Text),
            ("address", FieldSchema.Object(("street", FieldSchema.Text), ("floor", FieldSchema.Number))),
            ("tags", FieldSchema.List(FieldSchema.Text)),
            ("lines", FieldSchema.List(FieldSchema.Object(("name", FieldSchema.Text), ("amount", FieldSchema.Number)))),
            ("labels", FieldSchema.Map(FieldSchema.Text))),
        Indexes = [Fields.Title.Path, Fields.Price.Path],
    };

    public static string FoldFingerprint => "one";

    public static Parcel Create() => new();

    public static RoutedEvent Route(in StoredEvent stored, EventContext? context, DocumentKeys keys) => RoutedEvent.Ignored;

    public static bool Apply(Parcel document, RoutedEvent routed, EventContext? context) => true;

    public static void Write(Utf8JsonWriter writer, Parcel document) => JsonSerializer.Serialize(writer, document, Json);

    public static Parcel Read(ref Utf8JsonReader reader) => JsonSerializer.Deserialize<Parcel>(ref reader, Json)!;

    public override string ToString() => JsonSerializer.Serialize(this, Json);

    /// <summary>A document to be kept.</summary>
    public DocumentWrite ToWrite(DocumentKey key, DocumentMetadata metadata)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        return new DocumentWrite(key, content, QueryForm.Of(Definition.Fields, key, metadata, content), metadata);
    }

    public static class Fields
    {
        public static Field<string> Title { get; } = new(FieldPath.Root.Member("title"), SortableKey.Of);

        public static Field<decimal?> Price { get; } = new(FieldPath.Root.Member("price"), SortableKey.Of);

        public static Field<long> Count { get; } = new(FieldPath.Root.Member("count"), SortableKey.Of);

        public static Field<double?> Weight { get; } = new(FieldPath.Root.Member("weight"), SortableKey.Of);

        public static Field<bool?> Fragile { get; } = new(FieldPath.Root.Member("fragile"), SortableKey.Of);

        public static Field<DateTimeOffset?> SentAt { get; } = new(FieldPath.Root.Member("sentAt"), SortableKey.Of);

        public static Field<TimeSpan?> Delay { get; } = new(FieldPath.Root.Member("delay"), SortableKey.Of);

        public static Field<Guid?> Code { get; } = new(FieldPath.Root.Member("code"), SortableKey.Of);

        public static Field<string> Street { get; } = new(FieldPath.Root.Member("address").Member("street"), SortableKey.Of);

        public static Field<int?> Floor { get; } = new(FieldPath.Root.Member("address").Member("floor"), SortableKey.Of);

        public static ValueListField<string> Tags { get; } = new(FieldPath.Root.Member("tags"), SortableKey.Of);

        public static ListField<Field<decimal?>> LineAmounts { get; } = new(FieldPath.Root.Member("lines"), line => new(line.Member("amount"), SortableKey.Of));

        public static MapField<Field<string>> Labels { get; } = new(FieldPath.Root.Member("labels"), label => new(label, SortableKey.Of));
    }
}

public sealed record ParcelAddress(string? Street, int? Floor);

public sealed record ParcelLine(string? Name, decimal? Amount);
