using System.Text;

namespace Foldstream.Json.Tests;

/// <summary>What is read costs what it is, and nothing on the way.</summary>
public sealed class AllocationTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes($$$"""
        {"rows":[{{{string.Join(',', Enumerable.Range(0, 100).Select(row => $$"""{"numbers":[{{string.Join(',', Enumerable.Range(0, row))}}],"texts":["a","b"]}"""))}}}]}
        """);

    [Fact]
    public void Collections_are_read_without_a_larger_one_on_the_way()
    {
        var definition = Events.Definition("long-collections");
        var expected = Allocated(() => MakeByHand());

        Assert.InRange(Allocated(() => Events.Read(definition, Json)), 0, expected + 512);
    }

    private static LongCollections MakeByHand()
    {
        var rows = new List<LongCollections.Row>(100);
        for (var row = 0; row < 100; row++)
            rows.Add(new LongCollections.Row(row == 0 ? [] : new int[row], new List<string>(2) { new('a', 1), new('b', 1) }));
        return new LongCollections(rows);
    }

    private static long Allocated(Func<object> make)
    {
        for (var warmUp = 0; warmUp < 50; warmUp++)
            make();
        var before = GC.GetAllocatedBytesForCurrentThread();
        make();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
