namespace Foldstream.Sqlite.Tests;

public sealed class TransactionTests : ReadModelTest
{
    [Fact]
    public async Task Rows_of_the_user_are_kept_together_with_documents_and_checkpoints()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        await store.EnsureCheckpointsAsync("notes", 1, null, Cancellation);
        var token = (await store.TakeOverAsync("notes", 0, Cancellation)).Token;
        Query("CREATE TABLE totals (amount INTEGER)");

        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                Execute(store.Unwrap(transaction), "INSERT INTO totals VALUES (7)");
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, "a")], []), cancellation);
                await transaction.AdvanceAsync(new Progress("notes", 0, token, new GlobalPosition(store.File.Identity, 1), 1), cancellation);
            },
            cancellationToken: Cancellation);

        Assert.Equal(7L, Query("SELECT amount FROM totals"));
        Assert.Equal(["a"], await IdsAsync(store));
        Assert.Equal(1, Assert.Single(await store.ReadCheckpointsAsync("notes", Cancellation)).Handled);
    }

    [Fact]
    public async Task Work_that_throws_leaves_nothing_behind_and_the_writer_healthy()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        Query("CREATE TABLE totals (amount INTEGER)");

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                Execute(store.Unwrap(transaction), "INSERT INTO totals VALUES (7)");
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, "a")], []), cancellation);
                throw new InvalidTimeZoneException();
            },
            cancellationToken: Cancellation));

        Assert.Equal(0L, Query("SELECT count(*) FROM totals"));
        Assert.Empty(await IdsAsync(store));
        await WriteAsync(store, Note(store, "b"));
        await AppendAsync(store);
        Assert.Equal(["b"], await IdsAsync(store));
    }

    [Fact]
    public async Task What_waits_for_the_end_of_its_own_transaction_is_refused_at_once()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        var refused = new List<string>();

        await store.TransactAsync(
            async (_, _) =>
            {
                await RefusedAsync(() => AppendAsync(store));
                await RefusedAsync(() => WriteAsync(store).AsTask());
                await RefusedAsync(() => store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation).AsTask());
                await RefusedAsync(() => store.DisposeAsync().AsTask());
                await Task.Yield();
                await RefusedAsync(() => Task.Run(() => AppendAsync(store)));
            },
            cancellationToken: Cancellation).AsTask().WaitAsync(Patience, Cancellation);

        Assert.Equal(5, refused.Count);
        await AppendAsync(store);

        async Task RefusedAsync(Func<Task> call)
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(call);
            Assert.Contains("use the transaction, or call it afterwards", error.Message, StringComparison.Ordinal);
            refused.Add(error.Message);
        }
    }

    [Fact]
    public async Task What_the_work_leaves_running_may_append_when_the_transaction_has_ended()
    {
        await using var store = await OpenAsync();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<AppendResult>? left = null;

        await store.TransactAsync(
            (_, _) =>
            {
                left = Task.Run(async () =>
                {
                    await ended.Task;
                    return await AppendAsync(store);
                });
                return ValueTask.CompletedTask;
            },
            cancellationToken: Cancellation);
        ended.SetResult();

        Assert.Equal(0, (await left!).LastVersion.Value);
    }

    [Fact]
    public async Task Work_reads_what_was_there_before_it_through_the_store_and_its_own_writes_through_the_transaction()
    {
        await using var store = await PrepareAsync(await OpenAsync(new SqliteStoreOptions { ReaderConnections = 1 }));
        await AppendAsync(store);

        await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, "a")], []), cancellation);
                Assert.Single(await ReadLogAsync(store));
                Assert.Empty(await IdsAsync(store));
                Assert.Single(await transaction.LockDocumentsAsync(Notes, ["a"], cancellation));
            },
            cancellationToken: Cancellation);

        Assert.Equal(["a"], await IdsAsync(store));
    }

    [Theory]
    [InlineData("COMMIT")]
    [InlineData("ROLLBACK")]
    public async Task Work_that_ends_the_transaction_by_itself_is_told_so(string end)
    {
        await using var store = await PrepareAsync(await OpenAsync());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.TransactAsync(
            (transaction, _) =>
            {
                Execute(store.Unwrap(transaction), end);
                return ValueTask.CompletedTask;
            },
            cancellationToken: Cancellation));
        var later = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                Execute(store.Unwrap(transaction), end);
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, "late")], []), cancellation);
            },
            cancellationToken: Cancellation));

        Assert.Contains("let the store end it", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, later.Message);
        await WriteAsync(store, Note(store, "a"));
        Assert.Equal(["a"], await IdsAsync(store));
    }

    [Fact]
    public async Task Work_that_lost_its_partition_keeps_nothing_although_it_took_no_notice()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        await store.EnsureCheckpointsAsync("notes", 1, null, Cancellation);

        await Assert.ThrowsAsync<PartitionLostException>(async () => await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, "a")], []), cancellation);
                await Assert.ThrowsAsync<PartitionLostException>(async () => await transaction.AdvanceAsync(new Progress("notes", 0, -7, null, 1), cancellation));
            },
            cancellationToken: Cancellation));

        Assert.Empty(await IdsAsync(store));
    }

    [Fact]
    public async Task Transaction_is_of_its_store_and_of_its_work()
    {
        await using var store = await OpenAsync();
        await using var other = await SqliteEventStore.OpenAsync(PathOf("other.db"), cancellationToken: Cancellation);
        IReadModelTransaction? kept = null;

        await store.TransactAsync(
            (transaction, _) =>
            {
                kept = transaction;
                Assert.Throws<ArgumentException>(() => other.Unwrap(transaction));
                return ValueTask.CompletedTask;
            },
            cancellationToken: Cancellation);

        Assert.Throws<ObjectDisposedException>(() => store.Unwrap(kept!));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await kept!.WriteAsync(new DocumentChanges(Notes, [], []), Cancellation));
    }

    [Fact]
    public async Task Lock_of_others_fails_the_work_before_it_begins_with_the_option_to_set()
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(250) });
        using (new FileLock(FilePath))
        {
            var error = await Assert.ThrowsAsync<StoreBusyException>(async () => await store.TransactAsync(
                (_, _) => throw new InvalidTimeZoneException(), cancellationToken: Cancellation));
            Assert.Contains(nameof(SqliteStoreOptions.BusyTimeout), error.Message, StringComparison.Ordinal);
        }

        await store.TransactAsync((_, _) => ValueTask.CompletedTask, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task Work_that_waits_for_the_lock_of_others_can_be_withdrawn_at_once()
    {
        await using var store = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        Task work;
        using (new FileLock(FilePath))
        {
            work = store.TransactAsync((_, _) => throw new InvalidTimeZoneException(), cancellationToken: cancel.Token).AsTask();
            await UntilAsync(() => store.File.Queue.Waiting == 0);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(Patience, Cancellation));
        }

        await AppendAsync(store);
    }

    [Fact]
    public async Task Work_that_waits_for_other_work_can_be_withdrawn_at_once()
    {
        await using var store = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = store.TransactAsync(
            async (_, _) =>
            {
                inside.SetResult();
                await go.Task;
            },
            cancellationToken: Cancellation).AsTask();
        await inside.Task;

        var second = store.TransactAsync((_, _) => throw new InvalidTimeZoneException(), cancellationToken: cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience, Cancellation));
        go.SetResult();
        await first;
    }

    [Fact]
    public async Task Cancelled_work_is_rolled_back()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, "a")], []), cancellation);
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellation);
            },
            cancellationToken: cancel.Token).AsTask().WaitAsync(Patience, Cancellation));

        Assert.Empty(await IdsAsync(store));
    }

    [Fact]
    public async Task Small_changes_share_the_commit_of_appends()
    {
        await using var store = await OpenAsync();
        await store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        var token = (await store.TakeOverAsync("mailer", 0, Cancellation)).Token;
        var before = store.File.Commits.Transactions;
        Task[] changes;
        using (new FileLock(FilePath))
        {
            changes =
            [
                .. Enumerable.Range(0, 20).Select(id => AppendAsync(store, $"{id}")),
                .. Enumerable.Range(0, 20).Select(_ => store.AdvanceAsync(new Progress("mailer", 0, token, null, 1), Cancellation).AsTask()),
                store.SaveSnapshotAsync(new SnapshotKey("aggregate/thing", "one"), new StoredSnapshot(1, "f", new byte[] { 1 }, TestClock.Start), Cancellation).AsTask(),
                store.BeatAsync(new Heartbeat("mailer", "node", TimeSpan.FromMinutes(1)), Cancellation).AsTask(),
            ];
        }

        await Task.WhenAll(changes);

        Assert.InRange(store.File.Commits.Transactions - before, 1, 2);
        Assert.Equal(20, Assert.Single(await store.ReadCheckpointsAsync("mailer", Cancellation)).Handled);
    }

    [Fact]
    public async Task Refusal_of_one_change_never_fails_another()
    {
        await using var store = await OpenAsync();
        await store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        Task<AppendResult> append;
        Task lost, unknown;
        using (new FileLock(FilePath))
        {
            lost = store.AdvanceAsync(new Progress("mailer", 0, -7, null, 1), Cancellation).AsTask();
            append = AppendAsync(store);
            unknown = store.BeatAsync(new Heartbeat("nobody", "node", TimeSpan.FromMinutes(1)), Cancellation).AsTask();
        }

        await Assert.ThrowsAsync<PartitionLostException>(() => lost);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => unknown);
        Assert.Contains("'nobody' has no partitions yet", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await append).LastVersion.Value);
        Assert.Empty(await store.ReadLeasesAsync("nobody", Cancellation));
    }

    [Fact]
    public async Task Disposal_waits_for_the_work_that_is_under_way()
    {
        var store = await PrepareAsync(await OpenAsync());
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var work = store.TransactAsync(
            async (transaction, cancellation) =>
            {
                inside.SetResult();
                await go.Task;
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, "a")], []), cancellation);
            },
            cancellationToken: Cancellation).AsTask();
        await inside.Task;
        var disposal = store.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        go.SetResult();

        await work;
        await disposal;

        Assert.Equal(1L, Query("SELECT count(*) FROM foldstream_documents_notes"));
    }
}
