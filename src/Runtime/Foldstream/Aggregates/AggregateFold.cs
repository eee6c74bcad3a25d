namespace Foldstream;

/// <summary>Applies the events of a stream to an aggregate while they are read.</summary>
internal sealed class AggregateFold<TAggregate>(TAggregate aggregate, AsOf? asOf) : IEventVisitor
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly AggregateHistory history = aggregate.History;

    public bool Visit(in StoredEvent stored)
    {
        if (asOf is not null && !asOf.Includes(stored))
            return !asOf.EndsAtFirstLater;
        TAggregate.Apply(aggregate, stored);
        history.AdvanceStored(stored.OccurredAt);
        return true;
    }
}
