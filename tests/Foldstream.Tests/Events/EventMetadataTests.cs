namespace Foldstream.Tests;

public sealed class EventMetadataTests
{
    private const string HalfASurrogatePair = "a\uD83C";

    [Fact]
    public void Metadata_is_a_value_whatever_the_order_of_its_headers()
    {
        var one = new EventMetadata { Actor = "alice", Headers = Headers(("a", "1"), ("b", "2")) };
        var other = new EventMetadata { Actor = "alice", Headers = Headers(("b", "2"), ("a", "1")) };
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Every_field_and_header_makes_a_difference()
    {
        EventMetadata[] all =
        [
            EventMetadata.None,
            new() { CorrelationId = "x" },
            new() { CausationId = "x" },
            new() { Actor = "x" },
            new() { Actor = "" },
            new() { Headers = Headers(("x", "1")) },
            new() { Headers = Headers(("X", "1")) },
            new() { Headers = Headers(("x", "2")) },
            new() { Headers = Headers(("x", "1"), ("y", "")) },
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all.Skip(1), metadata => Assert.False(metadata.IsNone));
    }

    [Fact]
    public void Nothing_is_none_in_whatever_way_it_is_said()
    {
        Assert.Equal(EventMetadata.None, new EventMetadata());
        Assert.Equal(EventMetadata.None, new EventMetadata { Headers = Headers() });
        Assert.True(new EventMetadata { Headers = Headers() }.IsNone);
    }

    [Fact]
    public void Headers_are_a_copy()
    {
        var headers = Headers(("a", "1"));
        var metadata = new EventMetadata { Headers = headers };
        headers["a"] = "2";
        Assert.Equal("1", metadata.Headers["a"]);
    }

    [Fact]
    public void Text_without_a_utf8_form_is_refused_by_name()
    {
        AssertRefused(nameof(EventMetadata.CorrelationId), () => new EventMetadata { CorrelationId = HalfASurrogatePair });
        AssertRefused(nameof(EventMetadata.CausationId), () => new EventMetadata { CausationId = HalfASurrogatePair });
        AssertRefused(nameof(EventMetadata.Actor), () => new EventMetadata { Actor = HalfASurrogatePair });
        AssertRefused(nameof(EventMetadata.Headers), () => new EventMetadata { Headers = Headers(("a", HalfASurrogatePair)) });
        AssertRefused(nameof(EventMetadata.Headers), () => new EventMetadata { Headers = Headers((HalfASurrogatePair, "a")) });
    }

    [Fact]
    public void Header_without_a_value_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new EventMetadata { Headers = Headers(("ip", null!)) });
        Assert.Contains("'ip'", error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string name, Func<EventMetadata> create) =>
        Assert.Equal(name, Assert.Throws<ArgumentException>(create).ParamName);

    private static Dictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.Ordinal);
}
