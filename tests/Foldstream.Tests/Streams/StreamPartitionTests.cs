namespace Foldstream.Tests;

/// <summary>The number of a stream is stored, so it stays what it is for ever.</summary>
public sealed class StreamPartitionTests
{
    [Fact]
    public void Number_follows_from_the_documented_function()
    {
        // FNV-1a of the bytes 00 'a' 00 'b', folded, computed by hand from the specification.
        var hash = 2166136261u;
        foreach (var part in "\0a\0b"u8)
            hash = (hash ^ part) * 16777619;
        Assert.Equal((int)((hash >> 16) ^ (hash & 0xFFFF)), StreamPartition.Of(new StreamId("a", "b")));
    }

    [Theory]
    [InlineData("account", "alice", "", 27353)]
    [InlineData("account", "alice", "acme", 38353)]
    [InlineData("thing", "日本🎉", "", 8220)]
    public void Numbers_do_not_change(string category, string id, string tenant, int number) =>
        Assert.Equal(number, StreamPartition.Of(new StreamId(category, id, tenant)));

    [Fact]
    public void Streams_are_spread()
    {
        var counts = new int[16];
        for (var number = 0; number < 16_000; number++)
            counts[StreamPartition.Of(new StreamId("account", $"{number}")) * 16 / StreamPartition.Count]++;
        Assert.All(counts, count => Assert.InRange(count, 800, 1200));
    }

    [Fact]
    public void Longest_parts_have_a_number() =>
        Assert.InRange(StreamPartition.Of(new StreamId("c", new string('x', 512), new string('y', 512))), 0, StreamPartition.Count - 1);
}
