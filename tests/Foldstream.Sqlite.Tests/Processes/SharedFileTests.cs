namespace Foldstream.Sqlite.Tests;

public sealed class SharedFileTests : SqliteTest
{
    [Fact]
    public async Task Two_stores_on_one_file_share_streams_and_positions()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();

        for (var round = 0; round < 10; round++)
        {
            var expected = ExpectedVersion.Exactly(StreamVersion.AfterEvents(round));
            await AppendAsync(round % 2 == 0 ? one : other, "one", expected, Sample.Numbered(round));
        }

        Assert.Equal(Enumerable.Range(0, 10), (await ReadLogAsync(one)).Select(Sample.NumberOf));
        Assert.Equal(await one.HeadAsync(Cancellation), await other.HeadAsync(Cancellation));
    }

    [Fact]
    public async Task Of_the_creators_of_one_stream_on_several_stores_one_wins()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync().AsTask()));
        for (var round = 0; round < 20; round++)
        {
            Task<AppendResult>[] appends = [.. stores.Select(store => AppendAsync(store, $"{round}", ExpectedVersion.NoStream))];
            await Task.WhenAll(appends).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

            _ = Assert.Single(appends, append => append.IsCompletedSuccessfully);
            Assert.All(appends.Where(append => append.IsFaulted), append => Assert.IsType<WrongExpectedVersionException>(append.Exception!.InnerException));
        }

        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Append_is_recognised_when_it_is_repeated_on_another_store()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        var events = Sample.Events(3);
        var first = await AppendAsync(one, "one", ExpectedVersion.NoStream, events);

        var second = await AppendAsync(other, "one", ExpectedVersion.NoStream, events);

        Assert.Equal(first with { AlreadyStored = true }, second);
    }

    [Fact]
    public async Task Name_that_another_store_gave_meanwhile_is_known()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        var id = Guid.NewGuid();
        await AppendAsync(one, events: Sample.Numbered(0, id));
        // The first store gives numbers to names in a transaction that it rolls back; the other then gives the same numbers to others.
        await Assert.ThrowsAsync<DuplicateEventException>(
            async () => await one.AppendAsync(Sample.Stream("a", "alpha"), ExpectedVersion.Any, [Sample.Event("alpha"), Sample.Numbered(1, id)], Cancellation));
        await other.AppendAsync(Sample.Stream("b", "beta"), ExpectedVersion.Any, [Sample.Event("beta")], Cancellation);

        await one.AppendAsync(Sample.Stream("a", "alpha"), ExpectedVersion.Any, [Sample.Event("alpha")], Cancellation);

        var log = await ReadLogAsync(other);
        Assert.Equal(["thing/one", "beta/b", "alpha/a"], log.Select(recorded => recorded.Stream.ToString()));
        Assert.Equal(["number-drawn", "beta", "alpha"], log.Select(recorded => recorded.Type.Name));
    }

    [Fact]
    public async Task Processes_may_make_and_fill_one_new_file_together()
    {
        const int processes = 4, appends = 50;

        await Task.WhenAll(Enumerable.Range(0, processes).Select(process =>
            OtherProcess.RunAsync("append", FilePath, process % 2 == 0 ? "thing/shared" : $"thing/own-{process}", $"{appends}")));

        await using var store = await OpenAsync();
        var log = await ReadLogAsync(store);
        Assert.Equal(Enumerable.Range(1, processes * appends).Select(position => (long)position), log.Select(recorded => recorded.Position!.Value.Value));
        Assert.Equal(Enumerable.Range(0, 2 * appends).Select(version => (long)version), (await ReadAsync(store, "shared")).Select(recorded => recorded.Version.Value));
    }
}
