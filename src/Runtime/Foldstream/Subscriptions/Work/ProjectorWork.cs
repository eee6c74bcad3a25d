namespace Foldstream;

/// <summary>Hands events to a projector inside the transaction that moves the checkpoint.</summary>
internal sealed class ProjectorWork<TTransaction>(IReadModelStore<TTransaction> store, IProjector<TTransaction> projector) : ITransactionalWork
{
    public static RunPart Part(IReadModelStore<TTransaction> store, IProjector<TTransaction> projector, StartFrom? from, SubscriptionOptions? options) => new()
    {
        Name = projector.Definition.Name,
        Type = projector.GetType(),
        Interest = SubscriptionInterest.Of(projector.Definition, options ?? SubscriptionOptions.Default),
        From = from ?? StartFrom.Checkpoint,
        Options = options ?? SubscriptionOptions.Default,
        CreateWork = _ => new ProjectorWork<TTransaction>(store, projector),
    };

    public object? Take(in StoredEvent stored) => RoutedItem.Take(projector.Route(stored), stored);

    public ValueTask HandleAsync(IReadOnlyList<TakenEvent> events, Progress progress, CancellationToken cancellationToken) =>
        store.TransactAsync(
            async (transaction, cancellation) =>
            {
                var own = store.Unwrap(transaction);
                foreach (var taken in events)
                {
                    var item = (RoutedItem)taken.Item!;
                    await projector.ProjectAsync(item.Routed, item.Context, own, cancellation).ConfigureAwait(false);
                }

                await transaction.AdvanceAsync(progress, cancellation).ConfigureAwait(false);
            },
            cancellationToken: cancellationToken);
}
