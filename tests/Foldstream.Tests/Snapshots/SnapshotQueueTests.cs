using System.Diagnostics;

namespace Foldstream.Tests;

/// <summary>Snapshots behind saves: one after the other, the latest of each key, as the state was when it was saved.</summary>
public sealed class SnapshotQueueTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SnapshotCounts counts = new(Queued.Category);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FaultySnapshots store = new();

    public SnapshotQueueTests() => store.OnSave = async _ =>
    {
        begun.TrySetResult();
        await gate.Task;
    };

    public void Dispose() => counts.Dispose();

    [Fact]
    public async Task Save_does_not_wait_for_the_write()
    {
        await SaveAsync("one");
        await begun.Task.WaitAsync(Patience, Cancellation);
        Assert.Empty(store.Saved);
        var flushed = store.FlushSnapshotsAsync(Cancellation).AsTask();
        Assert.False(flushed.IsCompleted);
        gate.SetResult();
        await flushed.WaitAsync(Patience, Cancellation);
        Assert.Single(store.Saved);
    }

    [Fact]
    public async Task State_is_that_of_the_save_however_the_caller_goes_on()
    {
        var hoard = Aggregate.New<Hoard<Queued>>("one");
        hoard.Add(1, 2);
        await store.SaveAsync(hoard, cancellationToken: Cancellation);
        hoard.Add(3, 4, 5);
        await ReleaseAsync();
        var (_, snapshot) = Assert.Single(store.Saved);
        Assert.Equal(1, snapshot.Place);
        Assert.Equal(HoardState.Of([1, 2]).ToJson(), snapshot.State.ToArray());
    }

    [Fact]
    public async Task Latest_of_each_key_is_written()
    {
        await SaveAsync("first");
        await begun.Task.WaitAsync(Patience, Cancellation);
        for (var save = 0; save < 10; save++)
        {
            await SaveAsync("one");
            await SaveAsync("two");
        }

        await ReleaseAsync();
        Assert.Equal([("first", 0L), ("one", 9L), ("two", 9L)], store.Saved.Select(saved => (saved.Key.Id, saved.Snapshot.Place)));
    }

    [Fact]
    public async Task Older_state_does_not_take_the_place_of_a_later_one()
    {
        await SaveAsync("first");
        await begun.Task.WaitAsync(Patience, Cancellation);
        var queue = SnapshotQueue.Of(store);
        Assert.True(queue.TryAdd(Write("one", place: 5)));
        Assert.True(queue.TryAdd(Write("one", place: 3)));
        Assert.True(queue.TryAdd(Write("two", place: 5)));
        Assert.True(queue.TryAdd(Write("two", place: 3, "of another fold")));
        await ReleaseAsync();
        Assert.Equal([("first", 0L), ("one", 5L), ("two", 3L)], store.Saved.Select(saved => (saved.Key.Id, saved.Snapshot.Place)));
    }

    [Fact]
    public async Task Keys_beyond_the_bound_are_dropped_and_counted()
    {
        await SaveAsync("first");
        await begun.Task.WaitAsync(Patience, Cancellation);
        counts.Take();
        for (var number = 0; number < SnapshotQueue.MaxKeys; number++)
            Assert.True(SnapshotQueue.Of(store).TryAdd(Write($"{number}", 0)));
        Assert.False(SnapshotQueue.Of(store).TryAdd(Write("one more", 0)));
        Assert.True(SnapshotQueue.Of(store).TryAdd(Write("7", 1)));
        Assert.Equal(["write dropped"], counts.Take());
        await ReleaseAsync();
        Assert.Equal(SnapshotQueue.MaxKeys + 1, store.Saved.Count);
        Assert.True(SnapshotQueue.Of(store).TryAdd(Write("one more", 0)));
    }

    [Fact]
    public async Task Bytes_beyond_the_bound_are_dropped_and_counted()
    {
        await SaveAsync("first");
        await begun.Task.WaitAsync(Patience, Cancellation);
        counts.Take();
        var half = new byte[SnapshotQueue.MaxBytes / 2];
        Assert.True(SnapshotQueue.Of(store).TryAdd(Write("one", 0, state: half)));
        Assert.True(SnapshotQueue.Of(store).TryAdd(Write("two", 0, state: half)));
        Assert.True(SnapshotQueue.Of(store).TryAdd(Write("two", 1, state: half)));
        Assert.False(SnapshotQueue.Of(store).TryAdd(Write("three", 0, state: new byte[1])));
        Assert.Equal(["write dropped"], counts.Take());
        await ReleaseAsync();
        Assert.True(SnapshotQueue.Of(store).TryAdd(Write("three", 0, state: half)));
    }

    [Fact]
    public async Task Write_that_fails_is_counted_and_the_next_one_is_written()
    {
        store.OnSave = key => key.Id == "one" ? throw new StoreUnavailableException("memory", "It is down.") : Task.CompletedTask;
        await SaveAsync("one");
        await SaveAsync("two");
        await store.FlushSnapshotsAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);
        Assert.Equal("two", Assert.Single(store.Saved).Key.Id);
        Assert.Equal(["write error", "write stored"], counts.Take().Where(told => told.StartsWith("write", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Wait_for_a_flush_can_be_cancelled()
    {
        await SaveAsync("one");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.FlushSnapshotsAsync(new CancellationToken(canceled: true)));
        await ReleaseAsync();
        Assert.Single(store.Saved);
    }

    [Fact]
    public async Task Flush_of_a_store_without_snapshots_behind_saves_is_done()
    {
        await store.FlushSnapshotsAsync(Cancellation);
        await using var other = new FaultySnapshots();
        Assert.True(other.FlushSnapshotsAsync(Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Nothing_of_the_save_flows_into_the_writer()
    {
        var flow = new AsyncLocal<string?> { Value = "of the save" };
        string? seen = "nothing yet";
        store.OnSave = _ =>
        {
            seen = flow.Value;
            return Task.CompletedTask;
        };
        using var activity = new Activity("test").Start();
        await SaveAsync("one");
        await store.FlushSnapshotsAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);
        Assert.Null(seen);
    }

    private static SnapshotWrite Write(string id, long place, string fingerprint = "1", byte[]? state = null) => new(
        new SnapshotKey($"aggregate/{Queued.Category}", id), new StoredSnapshot(place, fingerprint, state ?? [], TestClock.Start), Queued.Category);

    private async Task SaveAsync(string id) => await store.ExecuteAsync<Hoard<Queued>>(id, hoard => hoard.Add(1), cancellationToken: Cancellation);

    private async Task ReleaseAsync()
    {
        gate.SetResult();
        await store.FlushSnapshotsAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);
    }

    /// <summary>A snapshot behind every save, in a category of these tests alone.</summary>
    private sealed class Queued : IKeeping
    {
        public static string Category => "kept-queued";

        public static SnapshotPolicy? Policy { get; } = SnapshotPolicy.Every(1);

        public static bool InBackground => true;
    }
}
