using System.Buffers;
using System.Text.Json;

namespace Foldstream.Testing;

/// <summary>The documents of a projection in their stored form, changed event by event as a store's are.</summary>
internal sealed class ProjectedDocuments<TProjection>
    where TProjection : class, IProjection<TProjection>
{
    private readonly SortedDictionary<DocumentKey, byte[]> documents = [];
    private readonly DocumentKeys keys = [];

    public IEnumerable<(DocumentKey Key, byte[] Json)> All => documents.Select(document => (document.Key, document.Value));

    public static TProjection Read(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return TProjection.Read(ref reader);
    }

    public static bool Ignores(RecordedEvent recorded) => TProjection.Route(StoredOf(recorded), ContextOf(recorded), []).IsIgnored;

    public byte[]? Find(DocumentKey key) => documents.GetValueOrDefault(key);

    public void Apply(RecordedEvent recorded)
    {
        var context = TProjection.Definition.UsesContext ? ContextOf(recorded) : null;
        keys.Start(recorded.Stream.Tenant);
        var routed = TProjection.Route(StoredOf(recorded), context, keys);
        if (routed.IsIgnored)
            return;
        foreach (var key in keys)
        {
            var document = Find(key) is { } json ? Read(json) : TProjection.Create();
            if (TProjection.Apply(document, routed, context))
                documents[key] = Write(document);
            else
                documents.Remove(key);
        }
    }

    private static byte[] Write(TProjection document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            TProjection.Write(writer, document);
        return buffer.WrittenSpan.ToArray();
    }

    private static EventContext ContextOf(RecordedEvent recorded) => new(
        recorded.Stream, recorded.Version, recorded.Position, recorded.Id, recorded.Type, recorded.OccurredAt, recorded.RecordedAt, recorded.Metadata);

    private static StoredEvent StoredOf(RecordedEvent recorded) => new(
        recorded.Stream,
        recorded.Version,
        recorded.Position,
        recorded.Id,
        recorded.Type,
        recorded.Data.Span,
        recorded.OccurredAt,
        recorded.RecordedAt,
        EventMetadataJson.Write(recorded.Metadata));
}
