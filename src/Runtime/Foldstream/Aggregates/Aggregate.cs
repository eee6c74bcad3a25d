namespace Foldstream;

/// <summary>Makes aggregates that are not stored yet.</summary>
public static class Aggregate
{
    /// <summary>Creates an aggregate for a stream that does not exist yet; saving it asks that the stream still does not.</summary>
    /// <exception cref="ArgumentException">The key breaks the rules of <see cref="StreamId"/>.</exception>
    public static TAggregate New<TAggregate>(StreamKey key)
        where TAggregate : class, IAggregate<TAggregate>
    {
        var aggregate = TAggregate.Create();
        aggregate.History.Bind(key.In(TAggregate.Category));
        return aggregate;
    }
}
