using System.Collections.Immutable;

namespace Foldstream;

/// <summary>Everything that an in-memory store keeps beside its events, as one value: a transaction draws up another one, and its commit puts it in place.</summary>
internal sealed record InMemoryTables
{
    public static InMemoryTables Empty { get; } = new();

    public static ImmutableDictionary<DocumentKey, InMemoryDocument> NoDocuments => ImmutableDictionary<DocumentKey, InMemoryDocument>.Empty;

    public ImmutableSortedDictionary<string, InMemoryProjection> Projections { get; init; } =
        ImmutableSortedDictionary.Create<string, InMemoryProjection>(StringComparer.Ordinal);

    /// <summary>The last token that was given: none is given twice, also not by a subscription that was forgotten and begins anew.</summary>
    public long LastToken { get; init; } = -1;

    public ImmutableDictionary<DocumentCollection, ImmutableDictionary<DocumentKey, InMemoryDocument>> Documents { get; init; } =
        ImmutableDictionary<DocumentCollection, ImmutableDictionary<DocumentKey, InMemoryDocument>>.Empty;

    public ImmutableSortedDictionary<string, ImmutableArray<Checkpoint>> Checkpoints { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Checkpoint>>(StringComparer.Ordinal);

    public ImmutableDictionary<(string Subscription, Guid EventId), DeadLetter> DeadLetters { get; init; } =
        ImmutableDictionary<(string, Guid), DeadLetter>.Empty;

    public ImmutableDictionary<SnapshotKey, StoredSnapshot> Snapshots { get; init; } = ImmutableDictionary<SnapshotKey, StoredSnapshot>.Empty;

    public ImmutableDictionary<DocumentKey, InMemoryDocument> Of(DocumentCollection collection) =>
        Documents.GetValueOrDefault(collection) ?? throw new UnknownProjectionException(collection);

    public InMemoryTables Change(DocumentChanges changes)
    {
        var documents = Of(changes.Collection).ToBuilder();
        documents.RemoveRange(changes.Deletes);
        foreach (var write in changes.Writes)
            documents[write.Key] = InMemoryDocument.Of(write);
        return this with { Documents = Documents.SetItem(changes.Collection, documents.ToImmutable()) };
    }

    public InMemoryTables Promote(ProjectionState state)
    {
        var live = new DocumentCollection(state.Name);
        var built = Of(live.Shadow);
        return this with
        {
            Documents = Documents.Remove(live.Shadow).SetItem(live, built),
            Projections = Projections.SetItem(state.Name, Projections[state.Name] with { State = state }),
        };
    }

    public InMemoryTables Advance(Progress progress, DateTimeOffset now)
    {
        var checkpoints = Checkpoints.GetValueOrDefault(progress.Subscription, []);
        if (progress.Partition >= checkpoints.Length || checkpoints[progress.Partition].Token != progress.Token)
            throw new PartitionLostException(progress.Subscription, progress.Partition, progress.Token);
        var before = checkpoints[progress.Partition];
        var moved = before with { Position = progress.Position ?? before.Position, Handled = before.Handled + progress.Handled, UpdatedAt = now };
        var tables = this with { Checkpoints = Checkpoints.SetItem(progress.Subscription, checkpoints.SetItem(progress.Partition, moved)) };
        tables = progress.Settled.Aggregate(tables, (kept, eventId) => kept.Settle(progress.Subscription, eventId));
        return progress.DeadLetters.Aggregate(tables, (kept, letter) => kept.Keep(letter));
    }

    public InMemoryTables Keep(DeadLetter letter)
    {
        var key = (letter.Subscription, letter.EventId);
        var kept = DeadLetters.TryGetValue(key, out var earlier)
            ? letter with { FirstFailedAt = earlier.FirstFailedAt, Attempts = earlier.Attempts + letter.Attempts }
            : letter;
        return this with { DeadLetters = DeadLetters.SetItem(key, kept) };
    }

    private InMemoryTables Settle(string subscription, Guid eventId) => DeadLetters.ContainsKey((subscription, eventId))
        ? this with { DeadLetters = DeadLetters.Remove((subscription, eventId)) }
        : throw new DeadLetterGoneException(subscription, eventId);

    public InMemoryTables Ensure(string subscription, int partitions, GlobalPosition? start, DateTimeOffset now) =>
        Checkpoints.ContainsKey(subscription) ? this : Begin(subscription, partitions, start, handled: 0, now);

    public InMemoryTables TakeOver(string subscription, int partition)
    {
        var checkpoints = Checkpoints.GetValueOrDefault(subscription, []);
        if (partition < 0 || partition >= checkpoints.Length)
            throw new ArgumentException($"Subscription '{subscription}' has no partition {partition}: it has {checkpoints.Length}.", nameof(partition));
        var before = checkpoints[partition];
        return this with { LastToken = LastToken + 1, Checkpoints = Checkpoints.SetItem(subscription, checkpoints.SetItem(partition, before with { Token = LastToken + 1 })) };
    }

    public InMemoryTables Restart(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens, DateTimeOffset now)
    {
        var before = Checkpoints.GetValueOrDefault(subscription, []);
        if (expectedTokens is not null)
            CheckTokens(subscription, before, expectedTokens);
        return Begin(subscription, partitions, position, before.Sum(checkpoint => checkpoint.Handled), now);
    }

    public InMemoryTables Forget(string subscription) => this with
    {
        Checkpoints = Checkpoints.Remove(subscription),
        DeadLetters = DeadLetters.RemoveRange(DeadLetters.Keys.Where(key => key.Subscription == subscription)),
    };

    private InMemoryTables Begin(string subscription, int partitions, GlobalPosition? position, long handled, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        // What was handled before is counted on by the first partition.
        var begun = Enumerable.Range(0, partitions)
            .Select(partition => new Checkpoint(subscription, partition, partitions, position, LastToken + 1, partition == 0 ? handled : 0, now));
        return this with { LastToken = LastToken + 1, Checkpoints = Checkpoints.SetItem(subscription, [.. begun]) };
    }

    private static void CheckTokens(string subscription, ImmutableArray<Checkpoint> present, IReadOnlyList<long> expected)
    {
        for (var partition = 0; partition < Math.Max(present.Length, expected.Count); partition++)
        {
            if (partition >= present.Length || partition >= expected.Count || present[partition].Token != expected[partition])
                throw new PartitionLostException(subscription, partition, partition < expected.Count ? expected[partition] : -1);
        }
    }
}
