using System.Text.Json;

namespace Foldstream.Tests;

public sealed class StreamVersionTests
{
    [Fact]
    public void Default_is_the_first_event_and_not_none()
    {
        Assert.Equal(new StreamVersion(0), default);
        Assert.False(default(StreamVersion).IsNone);
        Assert.NotEqual(StreamVersion.None, default);
    }

    [Fact]
    public void None_has_no_value_and_counts_no_events()
    {
        Assert.True(StreamVersion.None.IsNone);
        Assert.Equal(0, StreamVersion.None.Count);
        Assert.Throws<InvalidOperationException>(() => StreamVersion.None.Value);
        Assert.Equal("none", StreamVersion.None.ToString());
    }

    [Fact]
    public void Count_is_one_more_than_the_position()
    {
        Assert.Equal(1, new StreamVersion(0).Count);
        Assert.Equal(StreamVersion.None, StreamVersion.AfterEvents(0));
        Assert.Equal(new StreamVersion(4), StreamVersion.AfterEvents(5));
    }

    [Fact]
    public void Versions_follow_one_another_from_none_on()
    {
        Assert.Equal(new StreamVersion(0), StreamVersion.None.Next);
        Assert.Equal(new StreamVersion(8), new StreamVersion(7).Next);
        Assert.Equal(new StreamVersion(2), StreamVersion.None + 3);
        Assert.Equal(StreamVersion.None, new StreamVersion(0) + -1);
    }

    [Fact]
    public void Negative_versions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamVersion(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StreamVersion.AfterEvents(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StreamVersion.None + -1);
    }

    [Fact]
    public void Versions_are_ordered_with_none_first()
    {
        StreamVersion[] ordered = [StreamVersion.None, 0, 1, 10];
        Assert.Equal(ordered, ordered.Reverse().Order());
        Assert.True(StreamVersion.None < new StreamVersion(0));
        Assert.True(new StreamVersion(1) > new StreamVersion(0));
        Assert.True(new StreamVersion(1) >= new StreamVersion(1) && new StreamVersion(1) <= new StreamVersion(1));
        Assert.False(new StreamVersion(1) < new StreamVersion(1) || new StreamVersion(1) > new StreamVersion(1));
    }

    [Fact]
    public async Task What_an_append_gives_can_be_answered_as_json()
    {
        await using var store = new InMemoryEventStore();
        var result = await store.AppendAsync(Sample.Stream(), ExpectedVersion.NoStream, Sample.Events(2), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(result));
        Assert.Equal(1, json.RootElement.GetProperty("LastVersion").GetProperty("Value").GetInt64());
    }
}
