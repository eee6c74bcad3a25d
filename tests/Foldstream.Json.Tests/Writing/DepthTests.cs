namespace Foldstream.Json.Tests;

/// <summary>Types that hold themselves: as deep as the reader goes, and no deeper.</summary>
public sealed class DepthTests
{
    [Fact]
    public void The_deepest_event_that_can_be_read_is_written()
    {
        var written = Events.Write(Deep(63));

        Assert.Equal(written, Events.Write(Events.Read(Events.Definition("recursive"), written)));
    }

    [Fact]
    public void An_event_that_could_not_be_read_is_not_written() => AssertTooDeep(Deep(64));

    [Fact]
    public void An_event_that_holds_itself_for_ever_is_not_written()
    {
        var branches = new List<Branch>();
        branches.Add(new Branch { Branches = branches });

        AssertTooDeep(Deep(1) with { Branch = branches[0] });
    }

    [Fact]
    public void Content_that_is_too_deep_is_refused_with_its_place()
    {
        var json = $$"""{"before":{{string.Concat(Enumerable.Repeat("""{"before":""", 64))}}null{{new string('}', 64)}}}""";

        var exception = Events.Refused<RecursiveEvent>(json);

        Assert.StartsWith("before.before.before", exception.Member);
        Assert.Contains("depth of 64", exception.Message);
    }

    [Fact]
    public void An_event_is_written_after_one_that_was_too_deep()
    {
        AssertTooDeep(Deep(100));

        Assert.Equal("{}"u8, Events.Write(new Empty()));
    }

    private static Recursive Deep(int nodes)
    {
        Node? node = null;
        for (var number = 0; number < nodes; number++)
            node = new Node(number, node);
        return new Recursive(node!, new Branch(), new Constant(1m), new Ring(null), new Box<Node>(new Node(1, null), null) { Weight = 1 });
    }

    private static void AssertTooDeep(Recursive value) => Assert.StartsWith(
        "Event 'recursive' cannot be written as JSON: it is nested deeper than 64 levels, or holds itself",
        Assert.Throws<EventWriteException>(() => Events.Write(value)).Message);
}
