namespace Foldstream.TestKit;

/// <summary>The log is read by stream and by part of all streams, in its order.</summary>
public abstract class LogPartContract<TStore, TFixture> : LogContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task Parts_hold_each_event_once(int parts)
    {
        await FillAsync();
        var all = await ReadLogAsync(LogRange.All);
        var seen = new List<Guid>();
        for (var part = 0; part < parts; part++)
        {
            var range = PartitionRange.Of(part, parts);
            var read = await ReadLogAsync(new LogRange { Partition = range });
            Assert.Equal(all.Where(recorded => range.Holds(StreamPartition.Of(recorded.Stream))).Select(recorded => recorded.Id), read.Select(recorded => recorded.Id));
            seen.AddRange(read.Select(recorded => recorded.Id));
        }

        Assert.Equal(all.Select(recorded => recorded.Id).Order(), seen.Order());
    }

    [Theory]
    [InlineData(ReadDirection.Forwards)]
    [InlineData(ReadDirection.Backwards)]
    public async Task A_part_goes_with_the_other_filters(ReadDirection direction)
    {
        await FillAsync();
        var all = await ReadLogAsync(LogRange.All);
        var range = new LogRange
        {
            Partition = PartitionRange.Of(1, 2), Category = "thing", EventNames = ["opened"], After = all[2].Position, UpTo = all[^2].Position, Direction = direction, Limit = 3,
        };
        var wanted = all.Where(recorded => recorded.Stream.Category == "thing" && recorded.Type.Name == "opened"
            && recorded.Position > all[2].Position && recorded.Position <= all[^2].Position && range.Partition.Value.Holds(StreamPartition.Of(recorded.Stream)));
        if (direction == ReadDirection.Backwards)
            wanted = wanted.Reverse();
        Assert.Equal(wanted.Take(3).Select(recorded => recorded.Id), (await ReadLogAsync(range)).Select(recorded => recorded.Id));
    }

    [Fact]
    public async Task One_stream_is_read_by_position()
    {
        await FillAsync();
        var all = await ReadLogAsync(LogRange.All);
        foreach (var stream in all.Select(recorded => recorded.Stream).Distinct())
        {
            var own = all.Where(recorded => recorded.Stream == stream).ToList();
            Assert.Equal(own.Select(recorded => recorded.Id), (await ReadLogAsync(new LogRange { Stream = stream })).Select(recorded => recorded.Id));
            var rest = await ReadLogAsync(new LogRange { Stream = stream, After = own[0].Position });
            Assert.Equal(own.Skip(1).Select(recorded => recorded.Id), rest.Select(recorded => recorded.Id));
        }

        Assert.Empty(await ReadLogAsync(new LogRange { Stream = Sample.Stream("absent") }));
        Assert.Empty(await ReadLogAsync(new LogRange { Stream = all[0].Stream, EventNames = ["absent"] }));
    }

    private async Task FillAsync()
    {
        for (var index = 0; index < 40; index++)
        {
            var stream = Sample.Stream($"stream-{index % 13}", index % 3 == 0 ? "other" : "thing", index % 7 == 0 ? "acme" : "");
            await AppendAsync(stream, Sample.Event(index % 2 == 0 ? "opened" : "closed", $$"""{"number":{{index}}}"""));
        }
    }
}
