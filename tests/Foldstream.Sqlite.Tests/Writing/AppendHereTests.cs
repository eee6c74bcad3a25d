namespace Foldstream.Sqlite.Tests;

/// <summary>An append that meets nobody is written where its caller is.</summary>
public sealed class AppendHereTests : SqliteTest
{
    [Fact]
    public async Task Append_that_comes_alone_is_written_on_the_thread_of_its_caller()
    {
        await using var store = await OpenAsync();
        var writer = 0;
        var note = new WhenHead(_ =>
        {
            writer = Environment.CurrentManagedThreadId;
            return true;
        });

        var append = AppendAsync(store, condition: note);

        Assert.True(append.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, writer);
        await append;
    }

    [Fact]
    public async Task Nobody_waits_on_his_own_thread_for_the_lock_of_another_process()
    {
        await using var store = await OpenAsync();
        Task<AppendResult> append;
        using (new FileLock(FilePath))
        {
            append = AppendAsync(store);
            Assert.False(append.IsCompleted);
        }

        Assert.Equal(0, (await append).LastVersion.Value);
    }

    [Fact]
    public async Task Disposal_waits_for_one_who_writes_on_his_own_thread()
    {
        var store = await OpenAsync();
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var slow = new WhenHead(_ =>
        {
            inside.SetResult();
            go.Task.Wait(Patience, Cancellation);
            return true;
        });
        var append = Task.Run(() => AppendAsync(store, condition: slow), Cancellation);
        await inside.Task;

        var disposal = store.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AppendAsync(store));
        Assert.False(disposal.IsCompleted);
        go.SetResult();

        Assert.Equal(0, (await append).LastVersion.Value);
        await disposal;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AppendAsync(store));
    }

    [Fact]
    public async Task Refusal_of_an_append_that_comes_alone_leaves_nothing_behind()
    {
        await using var store = await OpenAsync();
        var taken = Sample.Numbered(1, Guid.NewGuid());
        await AppendAsync(store, "taken", events: taken);

        await Assert.ThrowsAsync<WrongExpectedVersionException>(() => AppendAsync(store, "fresh", ExpectedVersion.Exists));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => AppendAsync(store, "fresh", new WhenHead(_ => throw new InvalidTimeZoneException())));
        await Assert.ThrowsAsync<DuplicateEventException>(() => AppendAsync(store, "fresh", null, Sample.Numbered(2), Sample.Numbered(1, taken.Id)));
        Assert.True((await AppendAsync(store, "taken", null, taken)).AlreadyStored);

        Assert.Equal(["taken"], (await ReadLogAsync(store)).Select(recorded => recorded.Stream.Id));
        Assert.Equal(1L, Query("SELECT count(*) FROM foldstream_streams"));
    }
}
