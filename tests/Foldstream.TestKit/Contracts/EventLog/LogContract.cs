namespace Foldstream.TestKit;

/// <summary>The base of the contracts of a store that keeps one order over all of its streams.</summary>
public abstract class LogContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    protected ValueTask<List<RecordedEvent>> ReadLogAsync(LogRange? range = null) =>
        Store.ReadLogAsync(range, Cancellation).ToListAsync(Cancellation);

    /// <summary>A range of the log has events with these numbers, read page by page and through a visitor alike.</summary>
    protected async ValueTask AssertLogAsync(IEnumerable<int> expected, LogRange? range = null)
    {
        var numbers = expected.ToArray();
        Assert.Equal(numbers, (await ReadLogAsync(range)).Select(Sample.NumberOf));
        var visitor = new CollectingVisitor();
        await Store.ReadAsync(range ?? LogRange.All, visitor, Cancellation);
        Assert.Equal(numbers, visitor.Events.Select(Sample.NumberOf));
    }

    /// <summary>The same place in the order of some other store.</summary>
    protected static GlobalPosition InAnotherStore(GlobalPosition position) => new(Guid.NewGuid(), position.Value);
}
