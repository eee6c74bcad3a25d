using System.Diagnostics.Metrics;

namespace Foldstream;

/// <summary>Metrics of projections, under the name of <see cref="StoreTelemetry"/>; nothing is measured while nobody listens.</summary>
internal static class ProjectionTelemetry
{
    private static readonly Counter<long> Documents =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.projection.documents", "{document}", "How many documents were written or deleted.");
    private static readonly Counter<long> RebuildEvents =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.projection.rebuild.events", "{event}", "How many events rebuilds have handled.");
    private static readonly Histogram<double> RebuildDuration =
        StoreTelemetry.Measures.CreateHistogram<double>("foldstream.projection.rebuild.duration", "s", "How long a rebuild took, from its call to its end.");
    private static readonly Counter<long> Stale =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.projection.stale", "{start}", "How often a projection was started over documents that its class would not make any more.");
    private static readonly Counter<long> Snapshots =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.projection.snapshots", "{snapshot}", "How often a live projection looked for a kept state or kept one, and what came of it.");

    public static void Written(DocumentChanges? changes)
    {
        if (changes is not null)
            Written(changes.Collection.Projection, changes.Writes.Count, changes.Deletes.Count);
    }

    public static void Written(string projection, int written, int deleted)
    {
        if (!Documents.Enabled)
            return;
        Add(written, "written");
        Add(deleted, "deleted");

        void Add(int count, string outcome)
        {
            if (count > 0)
                Documents.Add(count, new("foldstream.projection", projection), new("foldstream.outcome", outcome));
        }
    }

    public static void Rebuilt(string projection, long events) => RebuildEvents.Add(events, new KeyValuePair<string, object?>("foldstream.projection", projection));

    public static void RebuildEnded(string projection, TimeSpan took, string outcome) =>
        RebuildDuration.Record(took.TotalSeconds, new("foldstream.projection", projection), new("foldstream.outcome", outcome));

    public static void StartedStale(string projection, OnStale policy) => Stale.Add(
        1,
        new("foldstream.projection", projection),
        new("foldstream.outcome", policy switch { OnStale.Refuse => "refused", OnStale.Rebuild => "rebuilt", _ => "warned" }));

    public static void TellSnapshot(string projection, string outcome) => Snapshots.Add(1, new("foldstream.projection", projection), new("foldstream.outcome", outcome));
}
