using System.Text;

namespace Foldstream.Sqlite.Tests;

public sealed class InlineTests : ReadModelTest
{
    private const string Json = """{"text":"inline"}""";

    [Fact]
    public async Task Event_and_document_are_kept_together_and_the_projection_sees_the_event_as_readers_will()
    {
        await using var store = await BeginAsync(await OpenAsync());
        var seen = new List<RecordedEvent>();
        store.Inline.Add(new Noting(store, seen.Add));

        var result = await AppendAsync(store, "one", events: Sample.Event(stamp: new EventStamp(OccurredAt: TestClock.Start)));

        var stored = Assert.Single(await ReadLogAsync(store));
        var told = Assert.Single(seen);
        Assert.Equal(
            (stored.Stream, stored.Version, stored.Position, stored.Id, stored.Type, stored.OccurredAt, stored.RecordedAt),
            (told.Stream, told.Version, told.Position, told.Id, told.Type, told.OccurredAt, told.RecordedAt));
        Assert.Equal(result.LastPosition, stored.Position);
        Assert.Equal(["one"], await IdsAsync(store));
    }

    [Fact]
    public async Task Append_to_several_streams_is_applied_as_one_in_the_order_of_positions()
    {
        await using var store = await BeginAsync(await OpenAsync());
        var seen = new List<RecordedEvent>();
        store.Inline.Add(new Noting(store, seen.Add));
        await store.AppendAsync(Sample.Stream("before", "other"), ExpectedVersion.Any, [Sample.Event(), Sample.Event()], Cancellation);

        await store.AppendAsync(
            [
                new StreamAppend(Sample.Stream("b"), ExpectedVersion.Any, [Sample.Event(), Sample.Event()]),
                new StreamAppend(Sample.Stream("a"), ExpectedVersion.Any, [Sample.Event()]),
            ],
            Cancellation);

        Assert.Equal(["b", "b", "a"], seen.Select(recorded => recorded.Stream.Id));
        Assert.Equal([3, 4, 5], seen.Select(recorded => recorded.Position!.Value.Value));
    }

    [Fact]
    public async Task Projection_that_throws_takes_the_event_back()
    {
        await using var store = await BeginAsync(await OpenAsync());
        var projection = new Noting(store, _ => throw new InvalidTimeZoneException());
        store.Inline.Add(projection);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => AppendAsync(store));

        Assert.Empty(await ReadLogAsync(store));
        Assert.Empty(await IdsAsync(store));
        store.Inline.Remove(projection);
        store.Inline.Add(new Noting(store));
        Assert.Equal(1, (await AppendAsync(store)).LastPosition!.Value.Value);
    }

    [Fact]
    public async Task Condition_closed_stream_and_repeated_append_are_judged_as_ever()
    {
        await using var store = await BeginAsync(await OpenAsync());
        var seen = new List<RecordedEvent>();
        store.Inline.Add(new Noting(store, seen.Add));
        var events = Sample.Events(2).Select(item => Sample.Event(stamp: new EventStamp(item.Id))).ToArray();
        var first = await AppendAsync(store, "one", ExpectedVersion.NoStream, events);

        await Assert.ThrowsAsync<WrongExpectedVersionException>(() => AppendAsync(store, "one", ExpectedVersion.NoStream));
        var repeated = await AppendAsync(store, "one", ExpectedVersion.NoStream, events);
        await Assert.ThrowsAsync<DuplicateEventException>(() => AppendAsync(store, "two", null, events[0], Sample.Event()));
        await store.AppendAsync(new StreamAppend(Sample.Stream("one"), ExpectedVersion.Any, [Sample.Event()]) { ClosesStream = true }, Cancellation);
        await Assert.ThrowsAsync<StreamClosedException>(() => AppendAsync(store));

        Assert.Equal(first with { AlreadyStored = true }, repeated);
        Assert.Equal(3, seen.Count);
        Assert.Equal(3, (await ReadLogAsync(store)).Count);
    }

    [Fact]
    public async Task Append_that_was_under_way_when_the_projection_began_is_applied_too()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var begin = store.TransactAsync(
            async (transaction, cancellation) =>
            {
                inside.SetResult();
                await go.Task;
                await transaction.SaveStateAsync(Definition(), new ProjectionState("notes", Lifecycle.Inline, "one", TestClock.Start), cancellation);
                store.Inline.Add(new Noting(store));
            },
            cancellationToken: Cancellation).AsTask();
        await inside.Task;
        var append = AppendAsync(store);
        await UntilAsync(() => store.File.Queue.Waiting == 1);
        go.SetResult();

        await begin;
        await append;

        Assert.Equal(["one"], await IdsAsync(store));
        Assert.Single(await ReadLogAsync(store));
    }

    [Fact]
    public async Task Projection_that_stops_while_its_events_are_stored_takes_them_back()
    {
        await using var store = await BeginAsync(await OpenAsync());
        Noting? projection = null;
        projection = new Noting(store, _ => store.Inline.Remove(projection!));
        store.Inline.Add(projection);

        await Assert.ThrowsAsync<InlineProjectionMissingException>(() => AppendAsync(store));

        Assert.Empty(await ReadLogAsync(store));
    }

    [Fact]
    public async Task Other_stores_on_the_file_cannot_pass_the_projection_by_from_its_commit_on()
    {
        await using var one = await PrepareAsync(await OpenAsync());
        await using var other = await OpenAsync();
        await AppendAsync(other);
        await BeginAsync(one);
        one.Inline.Add(new Noting(one));

        var error = await Assert.ThrowsAsync<InlineProjectionMissingException>(() => AppendAsync(other));
        await other.AppendAsync(Sample.Stream("free", "other"), ExpectedVersion.Any, [Sample.Event()], Cancellation);
        await AppendAsync(other, "free", events: Sample.Event("another-name"));
        await AppendAsync(one, "two");

        Assert.Equal("notes", error.Projection);
        Assert.Equal(["two"], await IdsAsync(other));

        await SaveAsync(one, Lifecycle.Async);
        await AppendAsync(other, "three");
        Assert.Equal(4, (await ReadLogAsync(other, new LogRange { Category = "thing" })).Count);
    }

    [Fact]
    public async Task Other_processes_cannot_pass_the_projection_by()
    {
        await using var store = await BeginAsync(await OpenAsync());
        store.Inline.Add(new Noting(store));
        using var process = OtherProcess.Start("append", FilePath, "thing/outside", "1");
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("projection 'notes' is inline in this store, and this process does not run it", error, StringComparison.Ordinal);
        Assert.Empty(await ReadLogAsync(store));
    }

    [Fact]
    public async Task Appends_that_race_for_one_document_lose_no_update()
    {
        await using var one = await BeginAsync(await OpenAsync());
        await using var other = await OpenAsync();
        one.Inline.Add(new Counting(one));
        other.Inline.Add(new Counting(other));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var round = 0; round < 10; round++)
                await AppendAsync(writer % 2 == 0 ? one : other, $"writer-{writer}");
        }));

        var counted = Assert.Single(await one.LoadDocumentsAsync(Notes, ["all"], Cancellation));
        Assert.Equal(80, counted.Metadata.Version);
    }

    private static async Task<SqliteEventStore> BeginAsync(SqliteEventStore store)
    {
        await PrepareAsync(store);
        await SaveAsync(store, Lifecycle.Inline);
        return store;
    }

    private static ValueTask SaveAsync(SqliteEventStore store, Lifecycle lifecycle)
    {
        var definition = Definition() with { EventNames = ["thing-happened", "counted"] };
        return store.TransactAsync(
            (transaction, cancellation) => transaction.SaveStateAsync(definition, new ProjectionState("notes", lifecycle, "one", TestClock.Start), cancellation),
            cancellationToken: Cancellation);
    }

    /// <summary>Keeps a document for each stream.</summary>
    private sealed class Noting(SqliteEventStore store, Action<RecordedEvent>? see = null) : IInlineProjection
    {
        public string Name => "notes";

        public bool Concerns(StreamAppend append) => append.Stream.Category == "thing" && append.Events.Any(item => item.Type.Name == "thing-happened");

        public async ValueTask ApplyAsync(
            IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
        {
            Assert.Equal(Lifecycle.Inline, state.Lifecycle);
            foreach (var recorded in events)
            {
                await transaction.WriteAsync(new DocumentChanges(Notes, [Note(store, recorded.Stream.Id, Json)], []), cancellationToken);
                see?.Invoke(recorded);
            }
        }
    }

    /// <summary>Counts all events in one document.</summary>
    private sealed class Counting(SqliteEventStore store) : IInlineProjection
    {
        public string Name => "notes";

        public bool Concerns(StreamAppend append) => true;

        public async ValueTask ApplyAsync(
            IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken)
        {
            var before = (await transaction.LockDocumentsAsync(Notes, ["all"], cancellationToken)).SingleOrDefault();
            await Task.Yield();
            var note = Note(store, "all", Json);
            var after = note with { Content = Encoding.UTF8.GetBytes(Json), Metadata = note.Metadata with { Version = (before?.Metadata.Version ?? 0) + events.Count } };
            await transaction.WriteAsync(new DocumentChanges(Notes, [after], []), cancellationToken);
        }
    }
}
