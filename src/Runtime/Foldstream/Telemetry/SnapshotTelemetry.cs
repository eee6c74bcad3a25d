using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Foldstream;

/// <summary>What is told of snapshots: whether loads could use one, and what became of those that were to be kept.</summary>
internal static class SnapshotTelemetry
{
    private static readonly Counter<long> Hits =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.snapshot.hit", "{load}", "How many loads went on from a snapshot.");
    private static readonly Counter<long> Misses =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.snapshot.miss", "{load}", "How many loads of types with snapshots folded the whole stream, and why.");
    private static readonly Counter<long> Writes =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.snapshot.write", "{snapshot}", "How many snapshots were to be kept, and what became of them.");

    public static void Hit(string category) => Hits.Add(1, new KeyValuePair<string, object?>("foldstream.category", category));

    public static void Miss(string category, string reason) => Misses.Add(1, new("foldstream.category", category), new("foldstream.reason", reason));

    public static void Drop(string category) => Count(category, Outcome.Dropped);

    /// <summary>Tells of a snapshot that could not be taken.</summary>
    public static void Fail(string category, Exception error)
    {
        using var activity = StoreTelemetry.Activities.StartActivity("foldstream.snapshot");
        Tell(activity, category, error);
    }

    /// <summary>Writes a snapshot; a failure is told, and nothing else.</summary>
    /// <returns>Whether it was written.</returns>
    public static async ValueTask<bool> WriteAsync(ISnapshotStore store, SnapshotWrite write, CancellationToken cancellationToken)
    {
        using var activity = StoreTelemetry.Activities.StartActivity("foldstream.snapshot");
        try
        {
            await store.SaveSnapshotAsync(write.Key, write.Snapshot, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Tell(activity, write.Category, error);
            return false;
        }

        activity?.SetTag("foldstream.category", write.Category);
        activity?.SetTag("foldstream.outcome", Outcome.Stored);
        Count(write.Category, Outcome.Stored);
        return true;
    }

    private static void Tell(Activity? activity, string category, Exception error)
    {
        var outcome = Outcome.Of(error);
        activity?.SetTag("foldstream.category", category);
        activity?.SetTag("foldstream.outcome", outcome);
        activity?.SetTag("error.type", error.GetType().FullName);
        if (outcome == "error")
            activity?.SetStatus(ActivityStatusCode.Error);
        Count(category, outcome);
    }

    private static void Count(string category, string outcome) =>
        Writes.Add(1, new("foldstream.category", category), new("foldstream.outcome", outcome));
}
