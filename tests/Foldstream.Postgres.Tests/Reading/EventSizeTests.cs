namespace Foldstream.Postgres.Tests;

/// <summary>Events are read whole whatever their size is beside that of the buffer that they are read into.</summary>
public sealed class EventSizeTests : PostgresTest
{
    [Fact]
    public async Task Events_of_every_size_around_that_of_the_buffer_are_read_whole()
    {
        var stream = Sample.Stream();
        // The buffer has 4,096 bytes at first, and twice as many when that is not enough.
        int[] sizes = [2, .. Enumerable.Range(3700, 450), 8191, 8192, 8193, 100_000];
        var events = sizes.Select(size => Sample.Event(data: $"\"{new string('x', size - 2)}\"")).ToArray();
        await AppendAsync(stream, events);
        Assert.Equal(sizes, (await ReadAsync(stream)).Select(recorded => recorded.Data.Length));
        foreach (var recorded in await ReadLogAsync())
        {
            Assert.Equal(stream, recorded.Stream);
            Assert.Equal(events[(int)recorded.Version.Value].Data.ToArray(), recorded.Data.ToArray());
        }
    }
}
