using System.Collections.Concurrent;

namespace Foldstream.Tests;

/// <summary>Work that keeps its effects with the checkpoint has every event once, whatever it is told of the end of a transaction.</summary>
public sealed class TransactionalPagesTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly InMemoryEventStore store = new();
    private readonly StreamId stream = Sample.Stream();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task What_was_kept_is_not_repeated_when_the_answer_was_lost(int events)
    {
        var rows = new Rows(store) { AfterCommit = number => number == 1 ? throw new TimeoutException("The answer is lost.") : ValueTask.CompletedTask };
        await RunAsync(rows, events);
        Assert.Equal(Enumerable.Range(0, events).Select(version => (long)version), rows.Kept);
    }

    [Fact]
    public async Task What_was_kept_is_not_repeated_when_the_answer_came_too_late()
    {
        var rows = new Rows(store) { AfterCommit = number => number == 1 ? throw new OperationCanceledException() : ValueTask.CompletedTask };
        await RunAsync(rows, 3);
        Assert.Equal([0, 1, 2], rows.Kept);
    }

    [Fact]
    public async Task What_was_not_kept_is_repeated_event_by_event()
    {
        var rows = new Rows(store) { BeforeCommit = events => events.Count > 1 ? throw new InvalidOperationException("too much") : ValueTask.CompletedTask };
        await RunAsync(rows, 3);
        Assert.Equal([0, 1, 2], rows.Kept);
    }

    [Fact]
    public async Task An_event_that_keeps_failing_is_set_aside_and_the_others_are_kept()
    {
        var rows = new Rows(store) { BeforeCommit = events => events.Any(taken => taken.Version == 1) ? throw new InvalidOperationException("not this one") : ValueTask.CompletedTask };
        await RunAsync(rows, 3);
        Assert.Equal([0, 2], rows.Kept);
        Assert.Equal(1, await store.CountDeadLettersAsync("rows", Cancellation));
    }

    private async Task RunAsync(Rows rows, int events)
    {
        await store.AppendAsync(stream, ExpectedVersion.Any, Sample.Events(events), Cancellation);
        var part = new RunPart { Name = "rows", Options = new SubscriptionOptions { Failures = new FailurePolicy { Retries = 1, FirstDelay = TimeSpan.Zero } }, CreateWork = _ => rows };
        await using var running = await RunningSubscriptions.StartAsync(store, [part], RunOptions.Default, Cancellation);
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        await running.StopAsync();
        Assert.Equal(await store.HeadAsync(Cancellation), (await store.ReadCheckpointsAsync("rows", Cancellation))[0].Position);
    }

    /// <summary>Rows whose transaction is the step of the checkpoint itself.</summary>
    private sealed class Rows(InMemoryEventStore store) : ITransactionalWork
    {
        private int commits;

        public ConcurrentQueue<long> Kept { get; } = new();

        public Func<IReadOnlyList<TakenEvent>, ValueTask> BeforeCommit { get; init; } = _ => ValueTask.CompletedTask;

        public Func<int, ValueTask> AfterCommit { get; init; } = _ => ValueTask.CompletedTask;

        public object Take(in StoredEvent stored) => this;

        public async ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken)
        {
            await BeforeCommit(events);
            await store.AdvanceAsync(progress, cancellationToken);
            foreach (var taken in events)
                Kept.Enqueue(taken.Version.Value);
            await AfterCommit(++commits);
        }
    }
}
