using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

public sealed class MigrationTests : SqliteTest
{
    private static readonly StreamId[] Streams =
        [Sample.Stream("one"), Sample.Stream("two", tenant: "north"), Sample.Stream("größe 🏦"), .. Enumerable.Range(0, 50).Select(id => Sample.Stream($"many-{id}"))];

    [Fact]
    public async Task File_of_version_1_keeps_its_events_and_becomes_one_of_the_present_version()
    {
        Version1File.Make(FilePath, Streams);

        await using var store = await OpenAsync();

        Assert.Equal(StoreSchema.Version, Query("PRAGMA user_version"));
        Assert.Equal(Streams, (await ReadLogAsync(store)).Select(recorded => recorded.Stream));
        Assert.Equal(Guid.Parse("0190e5a0-1234-7abc-8def-0123456789ab"), store.File.Identity);
        Assert.Equal("ok", Query("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Streams_of_version_1_are_read_by_partition_together_with_new_ones()
    {
        Version1File.Make(FilePath, Streams);
        await using var store = await OpenAsync();
        var later = Enumerable.Range(0, 50).Select(id => Sample.Stream($"later-{id}")).ToList();
        foreach (var stream in later)
            await store.AppendAsync(stream, ExpectedVersion.NoStream, [Sample.Event()], Cancellation);

        for (var part = 0; part < 4; part++)
        {
            var range = PartitionRange.Of(part, 4);
            var read = await ReadLogAsync(store, new LogRange { Partition = range });
            Assert.Equal(Streams.Concat(later).Where(stream => range.Holds(StreamPartition.Of(stream))), read.Select(recorded => recorded.Stream));
        }
    }

    [Fact]
    public async Task New_file_and_migrated_file_have_the_same_tables()
    {
        Version1File.Make(FilePath);
        await using (await OpenAsync())
        await using (await SqliteEventStore.OpenAsync(PathOf("new.db"), cancellationToken: Cancellation))
        {
            const string Tables = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name)";
            Assert.Equal(Query(Tables, PathOf("new.db")), Query(Tables));
        }
    }

    [Fact]
    public async Task Many_stores_and_processes_may_bring_one_file_up_to_date_at_once()
    {
        for (var round = 0; round < 3; round++)
        {
            var path = PathOf($"{round}.db");
            Version1File.Make(path, Streams);
            var processes = Enumerable.Range(0, 3).Select(process => OtherProcess.RunAsync("append", path, $"thing/process-{process}", "5")).ToList();
            var stores = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => Task.Run(() => SqliteEventStore.OpenAsync(path, cancellationToken: Cancellation).AsTask(), Cancellation)));
            await Task.WhenAll(processes);

            Assert.Equal(Streams.Length + 15, (await ReadLogAsync(stores[0], new LogRange { Partition = PartitionRange.All })).Count);
            foreach (var store in stores)
                await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Process_of_an_older_package_that_has_the_file_open_cannot_add_streams_without_partition()
    {
        Version1File.Make(FilePath, Streams);
        using var older = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        older.Open();
        await using var store = await OpenAsync();

        var error = Assert.Throws<SqliteException>(() => Version1File.AddStream(older, Sample.Stream("unseen")));

        Assert.Contains("raise the package Foldstream.Sqlite here too", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_does_not_sort_by_UTF_8_is_refused()
    {
        Query("PRAGMA encoding = 'UTF-16le'; CREATE TABLE passing (x); DROP TABLE passing");

        var error = await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await OpenAsync());

        Assert.Contains("it was made to keep text as UTF-16, and a store sorts by UTF-8", error.Message, StringComparison.Ordinal);
    }
}
