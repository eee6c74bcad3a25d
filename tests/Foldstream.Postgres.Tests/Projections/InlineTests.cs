using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>An inline projection sees its events inside their append, and nobody else may store them.</summary>
public sealed class InlineTests : PostgresTest
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Events_and_documents_appear_together()
    {
        await Tallies.RunInlineAsync(Store, Cancellation);
        var result = await AppendAsync(stream, Sample.Events(3));
        Assert.Equal((0L, 2L), (result.FirstVersion.Value, result.LastVersion.Value));
        Assert.Equal((3, 3), (await CountAsync("one"), await CountAsync("all")));
        await AppendAsync(stream, Sample.Event("something-else"), Sample.Numbered(3));
        Assert.Equal(4, await CountAsync("one"));
        var document = Assert.Single(await Store.LoadDocumentsAsync(Tallies.Live, ["one"], Cancellation));
        Assert.Equal(await Store.HeadAsync(Cancellation), document.Metadata.LastPosition);
    }

    [Fact]
    public async Task Appends_to_several_streams_are_applied_in_the_order_of_their_positions()
    {
        var seen = new List<RecordedEvent>();
        await Tallies.RunInlineAsync(Store, Cancellation);
        await Tallies.RunInlineAsync(Store, Tallies.Definition with { Name = "looking" }, new Looking(seen), Cancellation);
        await Store.AppendAsync(
            [new StreamAppend(Sample.Stream("b"), ExpectedVersion.Any, Sample.Events(2)), new StreamAppend(Sample.Stream("a"), ExpectedVersion.Any, Sample.Events(2, first: 2))], Cancellation);
        var stored = await ReadLogAsync();
        Assert.Equal(stored.Select(Facts), seen.Select(Facts));
        Assert.Equal((2, 2, 4), (await CountAsync("a"), await CountAsync("b"), await CountAsync("all")));

        static object Facts(RecordedEvent item) =>
            (item.Stream, item.Version, item.Position, item.Id, item.Type, item.OccurredAt, item.RecordedAt, item.Metadata, Sample.TextOf(item));
    }

    [Fact]
    public async Task Error_of_a_projection_stores_nothing()
    {
        var tallies = await Tallies.RunInlineAsync(Store, Cancellation);
        tallies.Error = new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(async () => await AppendAsync(stream, Sample.Events(1)));
        Assert.Empty(await ReadAsync(stream));
        Assert.Equal(0, await CountAsync("one"));
        tallies.Error = null;
        await AppendAsync(stream, Sample.Events(1));
        Assert.Equal(1, await CountAsync("one"));
    }

    [Fact]
    public async Task Repeated_refused_and_duplicate_appends_are_not_applied()
    {
        await Tallies.RunInlineAsync(Store, Cancellation);
        var events = Sample.Events(2);
        await Store.AppendAsync(stream, ExpectedVersion.NoStream, events, Cancellation);
        Assert.True((await Store.AppendAsync(stream, ExpectedVersion.NoStream, events, Cancellation)).AlreadyStored);
        await Assert.ThrowsAsync<WrongExpectedVersionException>(async () => await Store.AppendAsync(stream, ExpectedVersion.NoStream, Sample.Events(1), Cancellation));
        await Assert.ThrowsAsync<DuplicateEventException>(async () => await AppendAsync(Sample.Stream("two"), events[0]));
        Assert.Equal(2, await CountAsync("all"));
    }

    [Fact]
    public async Task Answer_that_is_lost_at_the_commit_applies_an_append_once()
    {
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await PostgresEventStore.OpenAsync(proxy.ConnectionString, Schema.Options with { Notifications = false }, Cancellation);
        await Tallies.RunInlineAsync(store, Cancellation);
        // The answers to an append are those to its events, to its locks, and to its commit.
        for (var answer = 1; answer <= 3; answer++)
        {
            await store.AppendAsync(Sample.Stream("warm"), ExpectedVersion.Any, Sample.Events(1), Cancellation);
            var cuts = proxy.Cuts;
            using var cutting = new Cutting(store, answer);
            await Tallies.RunInlineAsync(store, Tallies.Definition with { Name = cutting.Name }, cutting, Cancellation);
            cutting.Begin(proxy);
            var result = await store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Numbered(answer)], Cancellation);
            Assert.False(result.AlreadyStored);
            Assert.Equal(cuts + 1, proxy.Cuts);
            await store.ForgetProjectionAsync(cutting.Name, Cancellation);
        }

        Assert.Equal([1, 2, 3], (await ReadAsync(stream)).Select(Sample.NumberOf));
        Assert.Equal((3, 6), (await CountAsync("one"), await CountAsync("all")));
    }

    [Fact]
    public async Task Writers_of_one_document_lose_no_update()
    {
        const int Writers = 8;
        const int AppendsEach = 15;
        await Tallies.RunInlineAsync(Store, Cancellation);
        await using var other = await Schema.OpenAsync();
        other.Inline.Add(new Tallies());
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var store = writer % 2 == 0 ? Store : other;
            for (var number = 0; number < AppendsEach; number++)
                await store.AppendAsync(Sample.Stream($"s{(writer + number) % 3}"), ExpectedVersion.Any, Sample.Events(1 + (number % 2)), Cancellation);
        }, Cancellation)));
        var log = await ReadLogAsync();
        Assert.Equal(log.Count, await CountAsync("all"));
        foreach (var own in log.GroupBy(item => item.Stream.Id))
            Assert.Equal(own.Count(), await CountAsync(own.Key));
    }

    [Fact]
    public async Task Other_store_object_is_refused_and_its_neighbours_in_the_batch_are_stored()
    {
        await Tallies.RunInlineAsync(Store, Cancellation);
        await using var other = await Schema.OpenAsync(new PostgresStoreOptions { GroupCommitLanes = 1 });
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            try
            {
                await other.AppendAsync(Sample.Stream($"s{number}"), ExpectedVersion.Any, [number % 4 == 0 ? Sample.Numbered(number) : Sample.Event("something-else")], Cancellation);
            }
            catch (InlineProjectionMissingException error)
            {
                Assert.Equal(Tallies.Name, error.Projection);
                Interlocked.Increment(ref refused);
            }
        }, Cancellation)));
        Assert.Equal((10, 30), (refused, (await ReadLogAsync()).Count));
        Assert.Equal(0, await CountAsync("all"));
    }

    [Fact]
    public async Task Older_program_that_knows_nothing_of_projections_is_refused_by_the_server()
    {
        await Tallies.RunInlineAsync(Store, Cancellation);
        await AppendAsync(stream, Sample.Events(1));
        var error = await Assert.ThrowsAsync<PostgresException>(() => TestServer.ExecuteAsync(
            $"""
            INSERT INTO {Schema.Name}.events (position, stream, version, occurred_at, recorded_at, event_id, partition, schema_version, type, category, id, tenant, data)
            SELECT nextval('{Schema.Name}.positions'), stream, 1, now(), now(), gen_random_uuid(), 0, 1, 'number-drawn', category, id, tenant, '' FROM {Schema.Name}.streams
            """));
        Assert.Equal(ReadModelFunctions.InlineProjectionMissing, error.SqlState);
    }

    [Fact]
    public async Task Projection_of_a_category_leaves_others_alone()
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        var ofOrders = Tallies.Definition with { Category = "order" };
        await SaveAsync(ofOrders, Lifecycle.Inline);
        await AppendAsync(stream, Sample.Events(1));
        await Assert.ThrowsAsync<InlineProjectionMissingException>(async () => await AppendAsync(Sample.Stream("one", "order"), Sample.Events(1)));
        await SaveAsync(ofOrders, Lifecycle.Async);
        await AppendAsync(Sample.Stream("one", "order"), Sample.Events(1));
        await SaveAsync(Tallies.Definition, Lifecycle.Inline);
        await Assert.ThrowsAsync<InlineProjectionMissingException>(async () => await AppendAsync(stream, Sample.Events(1)));
    }

    [Fact]
    public async Task Documents_of_an_append_in_the_users_transaction_end_with_it()
    {
        await Tallies.RunInlineAsync(Store, Cancellation);
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.NoStream, Sample.Events(2)), transaction, Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        Assert.Equal(0, await CountAsync("one"));
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.NoStream, Sample.Events(2)), transaction, Cancellation);
            Assert.Equal(0, await CountAsync("one"));
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal(2, await CountAsync("one"));
    }

    [Fact]
    public async Task Append_in_the_users_transaction_that_meets_a_projection_just_becoming_inline_is_applied()
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        Task<AppendResult>? append = null;
        await Store.TransactAsync(
            async (change, cancellation) =>
            {
                // It begins as one that no projection concerns, and waits for this transaction.
                append ??= Task.Run(() => Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.Any, Sample.Events(2)), transaction, Cancellation).AsTask(), Cancellation);
                await WaitForWaiterAsync();
                Store.Inline.Add(new Tallies());
                await change.SaveStateAsync(Tallies.Definition, new ProjectionState(Tallies.Name, Lifecycle.Inline, "one", DateTimeOffset.UnixEpoch), cancellation);
            },
            excludesAppends: true,
            Cancellation);
        await append!;
        await transaction.CommitAsync(Cancellation);
        Assert.Equal((2, 2), (await CountAsync("one"), (await ReadLogAsync()).Count));
    }

    [Theory]
    [InlineData(System.Data.IsolationLevel.RepeatableRead)]
    [InlineData(System.Data.IsolationLevel.Serializable)]
    public async Task Stricter_transaction_that_is_older_than_a_change_of_its_projections_stores_nothing(System.Data.IsolationLevel level)
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(level, Cancellation))
        {
            await using (var command = new NpgsqlCommand("SELECT 1 FROM pg_class LIMIT 1", connection))
                await command.ExecuteScalarAsync(Cancellation);
            await Tallies.RunInlineAsync(Store, Cancellation);
            await Assert.ThrowsAsync<StoreBusyException>(
                async () => await Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.Any, Sample.Events(2)), transaction, Cancellation));
        }

        Assert.Empty(await ReadLogAsync());
        await using (var transaction = await connection.BeginTransactionAsync(level, Cancellation))
        {
            await Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.Any, Sample.Events(2)), transaction, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal((2, 2), (await CountAsync("one"), (await ReadLogAsync()).Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Appends_to_different_streams_wait_for_one_another_only_where_their_order_counts(bool isOrdered)
    {
        var looking = Tallies.Definition with { Name = "looking" };
        await Store.PrepareAsync(looking, "one", cancellationToken: Cancellation);
        await Tallies.RunInlineAsync(Store, looking, new Looking([]) { IsOrderedAcrossStreams = isOrdered }, Cancellation);
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.Any, Sample.Events(1)), transaction, Cancellation);
        var other = AppendAsync(Sample.Stream("two"), Sample.Events(1)).AsTask();
        if (isOrdered)
            await WaitForWaiterAsync();
        else
            await other.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Assert.Equal(!isOrdered, other.IsCompleted);
        await transaction.CommitAsync(Cancellation);
        await other;
    }

    [Fact]
    public async Task An_append_is_applied_by_what_ran_when_it_began()
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        var tallies = await Tallies.RunInlineAsync(Store, Cancellation);
        var first = new Ending(() => Store.Inline.Remove(tallies));
        await Store.PrepareAsync(Tallies.Definition with { Name = first.Name }, "one", cancellationToken: Cancellation);
        await Tallies.RunInlineAsync(Store, Tallies.Definition with { Name = first.Name }, first, Cancellation);
        await AppendAsync(stream, Sample.Events(1));
        Assert.Equal(1, await CountAsync("one"));
        await Assert.ThrowsAsync<InlineProjectionMissingException>(async () => await AppendAsync(stream, Sample.Events(1)));
    }

    [Fact]
    public async Task Refusal_in_the_users_transaction_leaves_it_usable_and_one_who_runs_the_projection_opens_no_door_to_others()
    {
        var tallies = await Tallies.RunInlineAsync(Store, Cancellation);
        await using var other = await Schema.OpenAsync();
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var append = new StreamAppend(stream, ExpectedVersion.Any, Sample.Events(1));
        await Store.AppendAsync(append, transaction, Cancellation);
        await Assert.ThrowsAsync<InlineProjectionMissingException>(
            async () => await other.AppendAsync(new StreamAppend(Sample.Stream("two"), ExpectedVersion.Any, Sample.Events(1)), transaction, Cancellation));
        tallies.Error = new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(
            async () => await Store.AppendAsync(new StreamAppend(Sample.Stream("two"), ExpectedVersion.Any, Sample.Events(1)), transaction, Cancellation));
        tallies.Error = null;
        await Store.AppendAsync(new StreamAppend(stream, ExpectedVersion.Any, Sample.Events(1)), transaction, Cancellation);
        await transaction.CommitAsync(Cancellation);
        Assert.Equal((2, 2), (await CountAsync("one"), (await ReadLogAsync()).Count));
    }

    [Fact]
    public async Task Who_keeps_appends_out_waits_for_inline_appends_and_they_for_it_without_end_for_nobody()
    {
        await Tallies.RunInlineAsync(Store, Cancellation);
        using var ended = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            var count = 0;
            for (; !ended.IsCancellationRequested; count++)
                await AppendAsync(Sample.Stream($"s{writer}"), Sample.Events(1));
            return count;
        }, Cancellation)).ToArray();
        for (var round = 0; round < 20; round++)
        {
            await Store.TransactAsync(
                async (transaction, cancellation) =>
                {
                    var stored = await Store.ReadLogAsync(null, cancellation).CountAsync(cancellation);
                    var documents = await transaction.LockDocumentsAsync(Tallies.Live, ["all", "s0", "s1"], cancellation);
                    Assert.Equal(stored, documents.Where(document => document.Key.Id == "all").Sum(Tallies.CountOf));
                },
                excludesAppends: true,
                Cancellation);
        }

        await ended.CancelAsync();
        var counts = await Task.WhenAll(writing);
        Assert.Equal(counts.Sum(), await CountAsync("all"));
    }

    [Fact]
    public async Task Who_keeps_appends_out_sees_all_that_was_acknowledged_while_groups_wait_with_their_registrations()
    {
        await using var store = await Schema.OpenAsync(new PostgresStoreOptions { GroupCommitLanes = 3, LargestBatch = 16 });
        await AppendAsync(stream, Sample.Event());
        using var ended = new CancellationTokenSource();
        var acknowledged = 0;
        var writing = Enumerable.Range(0, 48).Select(writer => Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                await store.AppendAsync(Sample.Stream($"s{writer}"), ExpectedVersion.Any, [Sample.Event()], Cancellation);
                Interlocked.Increment(ref acknowledged);
            }
        }, Cancellation)).ToArray();
        for (var round = 0; round < 30; round++)
        {
            await store.TransactAsync(
                async (_, cancellation) =>
                {
                    var atLeast = Volatile.Read(ref acknowledged);
                    // Time for those who wait to register.
                    await Task.Delay(10, cancellation);
                    var head = await store.HeadAsync(cancellation);
                    Assert.InRange(await store.ReadLogAsync(null, cancellation).CountAsync(cancellation), atLeast, int.MaxValue);
                    Assert.Equal(await TestServer.ScalarAsync<long>($"SELECT max(position) FROM {Schema.Name}.events"), head!.Value.Value);
                },
                excludesAppends: true,
                Cancellation);
        }

        await ended.CancelAsync();
        await Task.WhenAll(writing);
    }

    [Fact]
    public async Task Transaction_that_appended_and_stays_open_keeps_off_who_wants_no_appends_and_stops_no_writer_for_long()
    {
        await using var store = await Schema.OpenAsync(new PostgresStoreOptions { FaultAttempts = 2 });
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await store.AppendAsync(new StreamAppend(Sample.Stream("open"), ExpectedVersion.Any, [Sample.Event()]), transaction, Cancellation);
        var excluding = store.TransactAsync((_, _) => ValueTask.CompletedTask, excludesAppends: true, Cancellation).AsTask();
        while (!excluding.IsCompleted)
            await store.AppendAsync(stream, ExpectedVersion.Any, [Sample.Event()], Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        await Assert.ThrowsAsync<StoreBusyException>(() => excluding);
        await transaction.CommitAsync(Cancellation);
        await store.TransactAsync((_, _) => ValueTask.CompletedTask, excludesAppends: true, Cancellation);
    }

    /// <summary>Waits until a statement of this test's schema waits for a lock.</summary>
    private async Task WaitForWaiterAsync()
    {
        for (var waiters = 0L; waiters == 0; await Task.Delay(5, Cancellation))
        {
            waiters = await TestServer.ScalarAsync<long>(
                $"SELECT count(*) FROM pg_stat_activity a WHERE a.wait_event_type = 'Lock' AND a.query LIKE '%{Schema.Name}%'");
        }
    }

    private Task<int> CountAsync(string id) => Tallies.CountOfAsync(Store, id, Cancellation);

    private ValueTask SaveAsync(ProjectionDefinition definition, Lifecycle lifecycle) => Store.TransactAsync(
        (transaction, cancellation) => transaction.SaveStateAsync(definition, new ProjectionState(Tallies.Name, lifecycle, "one", DateTimeOffset.UnixEpoch), cancellation),
        cancellationToken: Cancellation);

    private sealed class Looking(List<RecordedEvent> seen) : IInlineProjection
    {
        public string Name => "looking";

        public bool IsOrderedAcrossStreams { get; init; }

        public bool Concerns(StreamAppend append) => true;

        public ValueTask ApplyAsync(IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
        {
            seen.AddRange(events);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Ends another projection in the middle of an append.</summary>
    private sealed class Ending(Action end) : IInlineProjection
    {
        public string Name => "ending";

        public bool Concerns(StreamAppend append) => true;

        public ValueTask ApplyAsync(IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
        {
            end();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Cuts one of the answers to an append: 1 is that to its events, 2 that to the locks of the tallies, 3 that to its commit.</summary>
    private sealed class Cutting : IInlineProjection, IDisposable
    {
        private readonly PostgresEventStore store;
        private readonly int answer;
        private CuttingProxy? due;

        public Cutting(PostgresEventStore store, int answer)
        {
            this.store = store;
            this.answer = answer;
        }

        // Before the tallies for the locks, after them for the commit.
        public string Name => answer == 2 ? "a" : "z";

        public bool IsOrderedAcrossStreams => false;

        public bool Concerns(StreamAppend append) => true;

        public ValueTask ApplyAsync(IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
        {
            due?.CutNextAnswers();
            due = null;
            return ValueTask.CompletedTask;
        }

        public void Begin(CuttingProxy proxy)
        {
            if (answer == 1)
                proxy.CutNextAnswers();
            else
                due = proxy;
        }

        public void Dispose() => store.Inline.Remove(this);
    }
}
