using System.Diagnostics;

namespace Foldstream.TestKit;

/// <summary>Loads and commands are measured on every store.</summary>
public abstract class CommandTelemetryContract<TStore, TFixture> : TelemetryContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Command_is_followed_with_its_load_and_its_append()
    {
        using var heard = new Heard(Tally.Category);
        using var test = new Activity("test").Start(); // Other tests are heard too: a trace of its own tells them apart.
        var id = Guid.NewGuid().ToString("N");
        await Store.ExecuteAsync<Tally>(id, tally => tally.Raise(1), cancellationToken: Cancellation);
        var mine = Assert.Single(heard.Activities, activity => activity.OperationName == "foldstream.execute" && activity.TraceId == test.TraceId);
        Assert.Equal((1L, "stored"), (mine.GetTagItem("foldstream.attempts"), mine.GetTagItem("foldstream.outcome")));
        Assert.Equal(
            ["foldstream.append", "foldstream.load"],
            heard.Activities.Where(activity => activity.ParentSpanId == mine.SpanId).Select(activity => activity.OperationName).Order(StringComparer.Ordinal));
        Assert.Contains("stored", heard.Outcomes("foldstream.execute.duration"));
        Assert.True(heard.Sum("foldstream.execute.attempts") >= 1);
    }

    [Fact]
    public async Task Load_counts_its_events()
    {
        var id = Guid.NewGuid().ToString("N");
        await AppendAsync(new StreamId(Tally.Category, id), [.. Enumerable.Range(0, 77).Select(_ => Tally.Raised.Encode(new TallyRaised(1)))]);
        using var heard = new Heard(Tally.Category);
        await Store.LoadAsync<Tally>(id, cancellationToken: Cancellation);
        Assert.Contains(heard.Activities, activity => activity.OperationName == "foldstream.load" && Equals(activity.GetTagItem("foldstream.events"), 77L));
        Assert.True(heard.Sum("foldstream.load.events") >= 77);
        Assert.Contains("loaded", heard.Outcomes("foldstream.load.duration"));
    }
}
