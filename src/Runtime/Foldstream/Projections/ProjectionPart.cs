namespace Foldstream;

/// <summary>Projections as parts of a run.</summary>
internal static class ProjectionPart<T>
    where T : class, IProjection<T>
{
    public static RunPart Async(IReadModelStore store, ProjectionOptions options)
    {
        var definition = T.Definition;
        if (options.Subscription.Partitions is > 1 and var partitions && !definition.IsPartitionable)
            throw NotPartitionableException.For(definition, partitions);
        IReadOnlyCollection<string> fingerprints = [T.FoldFingerprint];
        return new RunPart
        {
            Name = definition.Name,
            Type = typeof(T),
            Interest = new SubscriptionInterest(definition.Category, definition.EventNames),
            Options = options.Subscription,
            RestartRefusal = $"Projection '{definition.Name}' cannot be sent to another position: its documents would count events twice, or miss them. Build them anew with store.RebuildAsync<{typeof(T).Name}>().",
            BeforeStart = async cancellationToken =>
            {
                var state = await new ProjectionStart<T>(store, options).StartBehindAsync(cancellationToken).ConfigureAwait(false);
                fingerprints = [T.FoldFingerprint, state.Fingerprint];
            },
            // Documents of one stream are written by its partition alone. So are all documents where there is one partition: whoever makes it several takes its token first.
            CreateWork = held => new ProjectionWork<T>(
                store, new DocumentCollection(definition.Name), isShared: held.Partitions > 1 && !definition.IsSingleStream, options.CachedDocuments, fingerprints),
        };
    }

    public static RunPart Inline(IReadModelStore store, ProjectionOptions options)
    {
        IInlineProjection? running = null;
        return new RunPart
        {
            Name = T.Definition.Name,
            Type = typeof(T),
            BeforeStart = async cancellationToken => running = await new ProjectionStart<T>(store, options).StartInlineAsync(cancellationToken).ConfigureAwait(false),
            AfterStop = () =>
            {
                if (running is not null)
                    store.Inline.Remove(running);
                return ValueTask.CompletedTask;
            },
        };
    }
}
