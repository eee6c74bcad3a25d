namespace Foldstream;

/// <summary>Counts what a rebuild does, and tells it.</summary>
internal sealed class RebuildMeter(string projection, TimeProvider clock, IProgress<RebuildProgress>? progress)
{
    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private IReadOnlyList<Checkpoint> checkpoints = [];
    private GlobalPosition? head;
    private long doneByOthers;
    private long doneHere;
    private double partAtStart;

    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>Begins to count from where partitions stand.</summary>
    public void Begin(IReadOnlyList<Checkpoint> standing, GlobalPosition? end)
    {
        lock (gate)
        {
            (checkpoints, head) = ([.. standing], end ?? head);
            doneByOthers = standing.Sum(checkpoint => checkpoint.Handled) - doneHere;
            partAtStart = Part();
        }

        Report();
    }

    /// <summary>Counts a step of a partition.</summary>
    public void Step(Checkpoint checkpoint, long events, GlobalPosition? end)
    {
        ProjectionTelemetry.Rebuilt(projection, events);
        lock (gate)
        {
            checkpoints = [.. checkpoints.Select(before => before.Partition == checkpoint.Partition ? checkpoint : before)];
            head = end ?? head;
            doneHere += events;
        }

        Report();
    }

    /// <summary>Tells how far another call has come that does the work.</summary>
    public void Watch(IReadOnlyList<Checkpoint> standing)
    {
        lock (gate)
        {
            checkpoints = standing;
            doneByOthers = standing.Sum(checkpoint => checkpoint.Handled) - doneHere;
        }

        Report();
    }

    public void End(long eventsOfLastStep)
    {
        ProjectionTelemetry.Rebuilt(projection, eventsOfLastStep);
        lock (gate)
            doneHere += eventsOfLastStep;
        Report(isFinished: true);
    }

    private void Report(bool isFinished = false)
    {
        if (progress is null)
            return;
        // One after the other, so that what is told never goes back.
        lock (gate)
            progress.Report(Now(isFinished));
    }

    private RebuildProgress Now(bool isFinished)
    {
        var elapsed = Elapsed;
        var done = Math.Max(doneByOthers + doneHere, 0);
        var part = isFinished ? 1 : Part();
        var rate = elapsed > TimeSpan.Zero ? doneHere / elapsed.TotalSeconds : 0;
        var total = part > 0 ? Math.Max(done, (long)Math.Round(done / part)) : done;
        TimeSpan? remaining = isFinished ? TimeSpan.Zero : part > partAtStart ? elapsed * ((1 - part) / (part - partAtStart)) : null;
        return new RebuildProgress(projection, done, total, elapsed, rate, remaining, isFinished);
    }

    /// <summary>Which part of the log is handled, on average over the partitions.</summary>
    private double Part() => head is { } end && checkpoints.Count > 0
        ? Math.Min(checkpoints.Average(checkpoint => checkpoint.Position is { } position ? (position.Value + 1.0) / (end.Value + 1.0) : 0), 1)
        : 0;
}
