namespace Foldstream;

/// <summary>Counts what a subscription does in this process, and keeps its last errors.</summary>
internal sealed class SubscriptionJournal(string subscription, TimeProvider clock)
{
    private const int KeptErrors = 20;

    private readonly Lock gate = new();
    private readonly Queue<SubscriptionError> errors = new();
    private readonly Queue<long> givenUp = new();
    private readonly Throughput throughput = new(clock);
    private readonly Throughput failures = new(clock);

    /// <summary>The last errors, the newest first.</summary>
    public IReadOnlyList<SubscriptionError> Errors
    {
        get
        {
            lock (gate)
                return [.. errors.Reverse()];
        }
    }

    /// <summary>Events handled a second, over the last minute.</summary>
    public double EventsPerSecond => throughput.PerSecond;

    /// <summary>Failed attempts within the last minute.</summary>
    public long FailuresOfLastMinute => failures.OfLastMinute;

    public void Handled(int events)
    {
        throughput.Add(events);
        SubscriptionTelemetry.Handled(subscription, events);
    }

    public void Failed(in TakenEvent taken, Exception error, int attempt)
    {
        failures.Add(1);
        SubscriptionTelemetry.Failed(subscription, error);
        Keep(new SubscriptionError(clock.GetUtcNow(), SubscriptionErrorKind.Event, error, taken.Id, taken.Position, attempt));
    }

    public void BatchFailed(Exception error) => Keep(new SubscriptionError(clock.GetUtcNow(), SubscriptionErrorKind.Batch, error));

    public void StoreFailed(Exception error)
    {
        SubscriptionTelemetry.StoreFailed(subscription, error);
        Keep(new SubscriptionError(clock.GetUtcNow(), SubscriptionErrorKind.Store, error));
    }

    public void Unhealthy(Exception error) => Keep(new SubscriptionError(clock.GetUtcNow(), SubscriptionErrorKind.Node, error));

    public void PartitionFailed(Exception error) => Keep(new SubscriptionError(clock.GetUtcNow(), SubscriptionErrorKind.Partition, error));

    public void Ended(Exception error) => Keep(new SubscriptionError(clock.GetUtcNow(), SubscriptionErrorKind.End, error));

    public void SetAside() => SubscriptionTelemetry.SetAside(subscription);

    /// <summary>Counts an event that failed for good; gives the rate where it reaches it.</summary>
    public ErrorRate? GivenUp(ErrorRate? rate)
    {
        if (rate is null)
            return null;
        lock (gate)
        {
            givenUp.Enqueue(clock.GetTimestamp());
            while (clock.GetElapsedTime(givenUp.Peek()) > rate.Within)
                givenUp.Dequeue();
            return givenUp.Count >= rate.Events ? rate : null;
        }
    }

    /// <summary>Begins the counting of errors anew, as a subscription does that is started again.</summary>
    public void Reset()
    {
        lock (gate)
            givenUp.Clear();
    }

    private void Keep(SubscriptionError error)
    {
        lock (gate)
        {
            errors.Enqueue(error);
            if (errors.Count > KeptErrors)
                errors.Dequeue();
        }
    }
}
