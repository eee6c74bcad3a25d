using System.Text;

namespace Foldstream.TestKit;

/// <summary>What documents are to be: a fold by hand, over a list of events, with nothing in between.</summary>
public sealed class PlainFold
{
    private readonly Dictionary<DocumentKey, (long Balance, int Payments, DocumentMetadata Metadata)> payers = [];
    private readonly Dictionary<DocumentKey, (long Total, List<string> Last, DocumentMetadata Metadata)> purposes = [];

    private PlainFold()
    {
    }

    public static PlainFold Of(IEnumerable<RecordedEvent> events, int factor = 1)
    {
        var fold = new PlainFold();
        foreach (var recorded in events)
            fold.Apply(recorded, factor);
        return fold;
    }

    /// <summary>The documents of <see cref="PayerBalance{TVariant}"/>, each as one line.</summary>
    public IEnumerable<string> Payers => Lines(payers.Select(payer =>
        (payer.Key, $$"""{"balance":{{payer.Value.Balance}},"payments":{{payer.Value.Payments}}}""", payer.Value.Metadata)));

    /// <summary>The documents of <see cref="PurposeReport{TVariant}"/>, each as one line.</summary>
    public IEnumerable<string> Reports => Lines(purposes.Select(purpose =>
        (purpose.Key, $$"""{"total":{{purpose.Value.Total}},"last":"{{string.Join(',', purpose.Value.Last.TakeLast(3))}}"}""", purpose.Value.Metadata)));

    /// <summary>The documents of <see cref="PurposeSum{TVariant}"/>, each as one line.</summary>
    public IEnumerable<string> Sums => Lines(purposes.Select(purpose => (purpose.Key, $$"""{"total":{{purpose.Value.Total}}}""", purpose.Value.Metadata)));

    /// <summary>The keys of all documents.</summary>
    public IReadOnlyCollection<DocumentKey> Keys => [.. payers.Keys, .. purposes.Keys];

    /// <summary>Stored documents in the form of the lines above.</summary>
    public static IEnumerable<string> Lines(IEnumerable<StoredDocument> stored) =>
        Lines(stored.Select(document => (document.Key, Encoding.UTF8.GetString(document.Content.Span), document.Metadata)));

    /// <summary>Folded documents in the form of the lines above.</summary>
    public static IEnumerable<string> Lines<T>(LiveProjection<T> live)
        where T : class, IProjection<T> => Lines(live.All.Select(document => (document.Key, Json(document.Document), document.Metadata)));

    private static string Json<T>(T document)
        where T : class, IProjection<T>
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
            T.Write(writer, document);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<string> Lines(IEnumerable<(DocumentKey Key, string Json, DocumentMetadata Metadata)> documents) =>
        documents.OrderBy(document => document.Key).Select(document => $"{document.Key.Tenant} {document.Key.Id}: {document.Json} {document.Metadata}").ToList();

    private void Apply(RecordedEvent recorded, int factor)
    {
        if (recorded.Type.Name == Payment.Closing)
        {
            payers.Remove(new DocumentKey(recorded.Stream.Id, recorded.Stream.Tenant));
            return;
        }

        if (recorded.Type.Name != Payment.EventName)
            return;
        var payment = Payment.Read(recorded.Data.Span);
        if (recorded.Stream.Category == Payment.Category)
        {
            var payer = new DocumentKey(recorded.Stream.Id, recorded.Stream.Tenant);
            var before = payers.GetValueOrDefault(payer);
            payers[payer] = (before.Balance + (payment.Amount * factor), before.Payments + 1, Next(before.Metadata, recorded));
        }

        foreach (var name in payment.Purposes.Distinct())
        {
            var purpose = new DocumentKey(name, recorded.Stream.Tenant);
            var (total, last, metadata) = purposes.GetValueOrDefault(purpose);
            purposes[purpose] = (total + (payment.Amount * factor), [.. last ?? [], recorded.Stream.Id], Next(metadata, recorded));
        }
    }

    private static DocumentMetadata Next(DocumentMetadata? before, RecordedEvent recorded) => before is null
        ? new DocumentMetadata(recorded.RecordedAt, recorded.RecordedAt, 1, recorded.Position!.Value, recorded.Stream)
        : new DocumentMetadata(
            before.CreatedAt < recorded.RecordedAt ? before.CreatedAt : recorded.RecordedAt,
            before.UpdatedAt > recorded.RecordedAt ? before.UpdatedAt : recorded.RecordedAt,
            before.Version + 1,
            recorded.Position!.Value,
            before.Source == recorded.Stream ? before.Source : null);
}
