using System.Diagnostics;

namespace Foldstream.Tests;

/// <summary>While nobody listens, telemetry allocates nothing around loads, commands and appends.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class UnheardTelemetryTests
{
    private const int Calls = 1000;

    private readonly InMemoryEventStore store = new();
    private readonly StreamId stream = new(Tally.Category, "one");

    [Fact]
    public void Load_allocates_what_it_would_without_telemetry() => Assert.Equal(AllocatedByFold(), AllocatedByLoad());

    [Fact]
    public void State_of_a_decider_allocates_what_it_would_without_telemetry() => Assert.Equal(
        AllocatedBy(() => DeciderExecution.ReadStateAsync<Purse>(store, stream, null, default)),
        AllocatedBy(() => DeciderExecution.FoldAsync<Purse>(store, stream, null, default)));

    [Fact]
    public void Command_allocates_what_it_would_without_telemetry()
    {
        var result = new CommandResult(stream, 0, null);
        Func<ValueTask<int>> load = () => ValueTask.FromResult(1);
        Func<int, ValueTask<CommandResult>> act = _ => ValueTask.FromResult(result);
        Assert.Equal(
            AllocatedBy(() => CommandRun.AttemptAsync(store, stream, null, load, act, null, default)),
            AllocatedBy(() => CommandRun.RunAsync(store, stream, null, load, act, default)));
    }

    [Fact]
    public void Append_allocates_nothing_for_telemetry()
    {
        IReadOnlyList<AppendResult> results = [];
        Assert.Equal(0, AllocatedBy(() => StoreTelemetry.AppendAsync(
            "memory", results, [], static (given, _, _) => ValueTask.FromResult(given), CancellationToken.None)));
    }

    [Fact]
    public void Listening_is_seen_in_what_is_allocated()
    {
        using var listener = Listen();
        Assert.True(AllocatedByLoad() > AllocatedByFold());
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private long AllocatedByFold() => AllocatedBy(() => AggregateLoading.FoldAsync<Tally>(store, stream, null, default));

    private long AllocatedByLoad() => AllocatedBy(() => AggregateLoading.LoadOrNewAsync<Tally>(store, stream, null, default));

    /// <summary>Bytes per call, of calls that end at once.</summary>
    private static long AllocatedBy<T>(Func<ValueTask<T>> call)
    {
        Run(call);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(call);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    private static void Run<T>(Func<ValueTask<T>> call)
    {
        for (var number = 0; number < Calls; number++)
        {
            var running = call();
            Assert.True(running.IsCompletedSuccessfully);
            _ = running.Result;
        }
    }
}
