namespace Foldstream.Sqlite.Tests;

public sealed class GroupCommitTests : SqliteTest
{
    [Fact]
    public async Task Appends_that_come_together_are_committed_together()
    {
        await using var store = await OpenAsync();

        var appends = await TogetherAsync(store, () => [.. Enumerable.Range(0, 100).Select(id => AppendAsync(store, $"{id}"))]);

        Assert.Equal(100, appends.Length);
        // The writer may have taken the first one before the others came.
        Assert.InRange(store.File.Commits.Transactions, 1, 2);
        Assert.Equal(100, (await ReadLogAsync(store)).Count);
    }

    [Fact]
    public async Task Many_callers_end_in_far_fewer_transactions()
    {
        await using var store = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (var round = 0; round < 20; round++)
                await AppendAsync(store, $"{caller}", ExpectedVersion.Exactly(StreamVersion.AfterEvents(round)));
        })));

        Assert.Equal(64 * 20, (await ReadLogAsync(store)).Count);
        Assert.InRange(store.File.Commits.Transactions, 20, 64 * 20 / 4);
    }

    [Fact]
    public async Task Single_caller_is_written_at_once()
    {
        await using var store = await OpenAsync();

        for (var round = 0; round < 50; round++)
            await AppendAsync(store);

        Assert.Equal(50, store.File.Commits.Transactions);
    }

    [Fact]
    public async Task Refusal_of_one_append_never_fails_another()
    {
        await using var store = await OpenAsync();
        var taken = Sample.Numbered(1, Guid.NewGuid());
        await AppendAsync(store, "taken", events: taken);

        Task<AppendResult>[] appends = [];
        await TogetherAsync(store, () => appends =
        [
            AppendAsync(store, "good-1", ExpectedVersion.NoStream),
            AppendAsync(store, "conflict", ExpectedVersion.Exists),
            AppendAsync(store, "good-2", ExpectedVersion.NoStream),
            AppendAsync(store, "throws", new WhenHead(_ => throw new InvalidTimeZoneException())),
            AppendAsync(store, "good-3", ExpectedVersion.NoStream),
            AppendAsync(store, "duplicate", null, Sample.Numbered(2), Sample.Numbered(1, taken.Id)),
            AppendAsync(store, "good-4", ExpectedVersion.NoStream),
            AppendAsync(store, "taken", null, taken),
        ]);

        await Assert.ThrowsAsync<WrongExpectedVersionException>(() => appends[1]);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => appends[3]);
        await Assert.ThrowsAsync<DuplicateEventException>(() => appends[5]);
        Assert.True((await appends[7]).AlreadyStored);
        var log = await ReadLogAsync(store);
        Assert.Equal(["taken", "good-1", "good-2", "good-3", "good-4"], log.Select(recorded => recorded.Stream.Id));
        Assert.Equal([1, 2, 3, 4, 5], log.Select(recorded => recorded.Position!.Value.Value));
    }

    [Fact]
    public async Task Same_append_twice_in_one_group_is_stored_once()
    {
        await using var store = await OpenAsync();
        var events = Sample.Events(2);

        Task<AppendResult>[] appends = [];
        await TogetherAsync(store, () => appends =
        [
            AppendAsync(store, "one", ExpectedVersion.NoStream, events),
            AppendAsync(store, "one", ExpectedVersion.NoStream, events),
        ]);

        Assert.Equal([false, true], (await Task.WhenAll(appends)).Select(result => result.AlreadyStored));
        Assert.Equal(2, (await ReadAsync(store)).Count);
    }

    [Fact]
    public async Task New_names_of_a_refused_append_are_given_anew()
    {
        await using var store = await OpenAsync();
        var id = Guid.NewGuid();
        await AppendAsync(store, "first", events: Sample.Numbered(0, id));

        Task<AppendResult>[] appends = [];
        await TogetherAsync(store, () => appends =
        [
            store.AppendAsync(Sample.Stream("a", "fresh"), ExpectedVersion.Any, [Sample.Event("fresh"), Sample.Numbered(1, id)], Cancellation).AsTask(),
            store.AppendAsync(Sample.Stream("b", "other"), ExpectedVersion.Any, [Sample.Event("other")], Cancellation).AsTask(),
            store.AppendAsync(Sample.Stream("c", "fresh"), ExpectedVersion.Any, [Sample.Event("fresh")], Cancellation).AsTask(),
        ]);

        await Assert.ThrowsAsync<DuplicateEventException>(() => appends[0]);
        var log = await ReadLogAsync(store);
        Assert.Equal(["thing/first", "other/b", "fresh/c"], log.Select(recorded => recorded.Stream.ToString()));
        Assert.Equal(["number-drawn", "other", "fresh"], log.Select(recorded => recorded.Type.Name));
        Assert.Single(await ReadLogAsync(store, new LogRange { Category = "fresh", EventNames = ["fresh"] }));
    }

    [Fact]
    public async Task What_follows_an_append_does_not_run_on_the_writer()
    {
        await using var store = await OpenAsync();
        using var go = new SemaphoreSlim(0);

        Task blocking;
        using (new FileLock(FilePath))
            blocking = AppendAsync(store).ContinueWith(_ => go.Wait(Cancellation), Cancellation, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        await AppendAsync(store).WaitAsync(Patience, Cancellation);
        go.Release();
        await blocking;
    }

    /// <summary>Starts appends while the writer cannot begin its transaction, so that they wait together.</summary>
    private async Task<Task<AppendResult>[]> TogetherAsync(SqliteEventStore store, Func<Task<AppendResult>[]> start)
    {
        Task<AppendResult>[] appends;
        var before = store.File.Commits.Transactions;
        using (new FileLock(FilePath))
            appends = start();
        await Task.WhenAll(appends).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.InRange(store.File.Commits.Transactions - before, 1, 2);
        return appends;
    }
}
