namespace Foldstream.Sqlite.Tests;

public sealed class OpeningTests : SqliteTest
{
    [Fact]
    public async Task New_file_becomes_a_store_with_a_write_ahead_log()
    {
        await using var store = await OpenAsync();

        Assert.Equal(StoreSchema.ApplicationId, Query("PRAGMA application_id"));
        Assert.Equal(StoreSchema.Version, Query("PRAGMA user_version"));
        Assert.Equal("wal", Query("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Empty_file_becomes_a_store()
    {
        await File.WriteAllBytesAsync(FilePath, [], Cancellation);

        await using var store = await OpenAsync();

        await AppendAsync(store);
        Assert.Single(await ReadLogAsync(store));
    }

    [Fact]
    public async Task Store_keeps_its_events_and_its_identity_when_it_is_opened_again()
    {
        GlobalPosition? position;
        await using (var store = await OpenAsync())
            position = (await AppendAsync(store)).LastPosition;

        await using var again = await OpenAsync();

        Assert.Equal(position, await again.HeadAsync(Cancellation));
        Assert.Empty(await ReadLogAsync(again, new LogRange { After = position }));
    }

    [Fact]
    public async Task Two_stores_have_different_identities()
    {
        await using var one = await OpenAsync();
        await using var other = await SqliteEventStore.OpenAsync(PathOf("other.db"), cancellationToken: Cancellation);
        var foreign = (await AppendAsync(one)).LastPosition;

        await Assert.ThrowsAsync<ForeignPositionException>(async () => await ReadLogAsync(other, new LogRange { After = foreign }));
        await Assert.ThrowsAsync<ForeignPositionException>(async () => await other.WaitAsync(foreign, Cancellation));
    }

    [Fact]
    public async Task Relative_path_is_taken_from_where_the_process_is()
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, FilePath);

        await using (await SqliteEventStore.OpenAsync(relative, cancellationToken: Cancellation))
            Assert.True(File.Exists(FilePath));
    }

    [Theory]
    [InlineData("it's a \"file\".db")]
    [InlineData("a;b=c.db")]
    [InlineData("file:odd?mode=memory")]
    [InlineData("größe 🏦.db")]
    public async Task Path_may_hold_any_character(string name)
    {
        await using (var store = await SqliteEventStore.OpenAsync(PathOf(name), cancellationToken: Cancellation))
            await AppendAsync(store);

        Assert.True(File.Exists(PathOf(name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(":memory:")]
    public async Task Path_that_names_no_file_is_refused(string path) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await SqliteEventStore.OpenAsync(path, cancellationToken: Cancellation));

    [Fact]
    public async Task Missing_folder_is_named()
    {
        var path = PathOf("missing/store.db");

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await SqliteEventStore.OpenAsync(path, cancellationToken: Cancellation));

        Assert.Equal(path, error.Store);
        Assert.Contains($"'{path}' cannot be opened: check that its folder exists", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_opening_makes_no_file()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await SqliteEventStore.OpenAsync(FilePath, cancellationToken: new CancellationToken(canceled: true)));

        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public async Task Many_stores_may_make_one_new_file_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var path = PathOf($"{round}.db");
            var stores = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => SqliteEventStore.OpenAsync(path, cancellationToken: Cancellation).AsTask()));
            Assert.Single(stores.Select(store => store.File.Identity).Distinct());
            Assert.Equal(1L, Query("SELECT count(*) FROM foldstream_store", path));
            foreach (var store in stores)
                await store.DisposeAsync();
        }
    }
}
