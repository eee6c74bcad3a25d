namespace Foldstream;

/// <summary>Measures how far a subscription is behind.</summary>
internal static class LagReading
{
    private const int MostCounted = 1000;

    public static async ValueTask<SubscriptionLag> ReadAsync(
        SubscriptionContext context, IReadOnlyList<(Checkpoint Held, GlobalPosition? Position)> partitions, CancellationToken cancellationToken)
    {
        var head = await context.Store.HeadAsync(cancellationToken).ConfigureAwait(false);
        var now = context.Clock.GetUtcNow();
        var lag = new SubscriptionLag(0, IsExact: true, TimeSpan.Zero);
        foreach (var (held, position) in partitions)
        {
            var open = new Counting();
            var range = PageReader.RangeOf(context, held) with { After = position, UpTo = head, Limit = MostCounted + 1 };
            if (head is not null)
                await context.Store.ReadAsync(range, open, cancellationToken).ConfigureAwait(false);
            var isExact = open.Count <= MostCounted;
            var events = isExact ? open.Count : Estimate(head!.Value, position);
            var time = open.OldestAt is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero;
            lag = new SubscriptionLag(lag.Events + events, lag.IsExact && isExact, time > lag.Time ? time : lag.Time);
        }

        return lag;
    }

    /// <summary>An upper bound of the events between two positions: the values of positions rise by one or more with each event.</summary>
    public static long Estimate(GlobalPosition head, GlobalPosition? position) =>
        position is { } at ? Math.Max(head.Value - at.Value, 0) : head.Value + 1;

    private sealed class Counting : IEventVisitor
    {
        public long Count { get; private set; }

        public DateTimeOffset? OldestAt { get; private set; }

        public bool Visit(in StoredEvent stored)
        {
            Count++;
            OldestAt ??= stored.RecordedAt;
            return true;
        }
    }
}
