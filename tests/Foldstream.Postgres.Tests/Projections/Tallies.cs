using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Foldstream.Postgres.Tests;

/// <summary>A projection by hand: counts the numbers drawn of each stream, and under «all» those of every stream.</summary>
internal sealed class Tallies : IInlineProjection
{
    public const string Name = "tallies";

    public static ProjectionDefinition Definition { get; } = new()
    {
        Name = Name,
        EventNames = ["number-drawn"],
        Fields = FieldSchema.Object(("count", FieldSchema.Number), ("city", FieldSchema.Object(("name", FieldSchema.Text)))),
        Indexes = [FieldPath.Root.Member("count"), FieldPath.Root.Member("city").Member("name")],
    };

    public static DocumentCollection Live { get; } = new(Name);

    /// <summary>What is thrown after the documents were written; null for nothing.</summary>
    public Exception? Error { get; set; }

    string IInlineProjection.Name => Name;

    /// <summary>Whether appends of it take turns; no other projection of these tests is what it says here.</summary>
    public bool IsOrderedAcrossStreams { get; init; } = true;

    public static ValueTask<ProjectionState> PrepareAsync(PostgresEventStore store, CancellationToken cancellationToken, bool isShadow = false) =>
        store.PrepareAsync(Definition, "one", isShadow, cancellationToken);

    /// <summary>Makes the projection inline and runs it in the appends of a store object.</summary>
    public static async Task<Tallies> RunInlineAsync(PostgresEventStore store, CancellationToken cancellationToken)
    {
        var tallies = new Tallies();
        await PrepareAsync(store, cancellationToken);
        await RunInlineAsync(store, Definition, tallies, cancellationToken);
        return tallies;
    }

    public static ValueTask RunInlineAsync(PostgresEventStore store, ProjectionDefinition definition, IInlineProjection projection, CancellationToken cancellationToken) =>
        store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.SaveStateAsync(definition, new ProjectionState(definition.Name, Lifecycle.Inline, "one", DateTimeOffset.UnixEpoch), cancellation);
                store.Inline.Add(projection);
            },
            excludesAppends: true,
            cancellationToken);

    public static async Task<int> CountOfAsync(PostgresEventStore store, string id, CancellationToken cancellationToken, DocumentCollection? collection = null) =>
        (await store.LoadDocumentsAsync(collection ?? Live, [id], cancellationToken)).Select(CountOf).SingleOrDefault();

    public static int CountOf(StoredDocument stored)
    {
        using var json = JsonDocument.Parse(stored.Content);
        return json.RootElement.GetProperty("count").GetInt32();
    }

    public static DocumentWrite Write(DocumentKey key, int count, GlobalPosition position, string city = "Bern")
    {
        var content = Encoding.UTF8.GetBytes($$$"""{"count":{{{count.ToString(CultureInfo.InvariantCulture)}}},"city":{"name":"{{{city}}}"}}""");
        var metadata = new DocumentMetadata(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, count, position, null);
        return new DocumentWrite(key, content, QueryForm.Of(Definition.Fields, key, metadata, content), metadata);
    }

    /// <summary>Counts documents up, inside of a transaction that has them.</summary>
    public static async Task AddAsync(IReadModelTransaction transaction, IReadOnlyCollection<(DocumentKey Key, int Count)> added, GlobalPosition position, CancellationToken cancellationToken)
    {
        var before = (await transaction.LockDocumentsAsync(Live, [.. added.Select(item => item.Key)], cancellationToken)).ToDictionary(stored => stored.Key, CountOf);
        var writes = added.Select(item => Write(item.Key, before.GetValueOrDefault(item.Key) + item.Count, position));
        await transaction.WriteAsync(new DocumentChanges(Live, [.. writes], []), cancellationToken);
    }

    public bool Concerns(StreamAppend append) => append.Events.Any(item => item.Type.Name == "number-drawn");

    public async ValueTask ApplyAsync(IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
    {
        var drawn = events.Where(item => item.Type.Name == "number-drawn").ToList();
        var added = drawn.GroupBy(item => item.Stream.Id).Select(stream => ((DocumentKey)stream.Key, stream.Count())).Append(("all", drawn.Count)).ToList();
        await AddAsync(transaction, added, events[^1].Position!.Value, cancellationToken);
        if (Error is not null)
            throw Error;
    }
}
