namespace Foldstream;

/// <summary>Says what runs over a store; made and taken by <c>store.RunAsync(run => run…)</c>.</summary>
/// <typeparam name="TStore">The store.</typeparam>
public sealed partial class RunBuilder<TStore>
    where TStore : class, IReadModelStore
{
    private readonly List<RunPart> parts = [];

    internal RunBuilder(TStore store) => Store = store;

    internal TStore Store { get; }

    internal RunOptions Options { get; private set; } = RunOptions.Default;

    internal IReadOnlyList<RunPart> Parts => parts;

    /// <summary>Runs with other options than <see cref="RunOptions.Default"/>.</summary>
    public RunBuilder<TStore> With(RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        return this;
    }

    /// <summary>Hands events to a subscriber, in order and at least once.</summary>
    /// <param name="subscriber">The subscriber; with several partitions, its handlers run concurrently for different streams.</param>
    /// <param name="from">Where it begins where it has no checkpoint. The default, null, is <see cref="StartFrom.Checkpoint"/>.</param>
    /// <param name="options">How it runs. The default, null, is <see cref="SubscriptionOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">Another part has the same name.</exception>
    public RunBuilder<TStore> Subscribe(ISubscriber subscriber, StartFrom? from = null, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Add(SubscriberWork.Part(subscriber, from, options));
    }

    /// <summary>Hands events to a new subscriber, in order and at least once.</summary>
    /// <typeparam name="TSubscriber">The subscriber.</typeparam>
    /// <param name="from">Where it begins where it has no checkpoint. The default, null, is <see cref="StartFrom.Checkpoint"/>.</param>
    /// <param name="options">How it runs. The default, null, is <see cref="SubscriptionOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">Another part has the same name.</exception>
    public RunBuilder<TStore> Subscribe<TSubscriber>(StartFrom? from = null, SubscriptionOptions? options = null)
        where TSubscriber : ISubscriber, new() => Subscribe(new TSubscriber(), from, options);

    /// <summary>Adds anything that runs.</summary>
    internal RunBuilder<TStore> Add(RunPart part)
    {
        if (parts.Exists(other => other.Name == part.Name))
            throw new ArgumentException($"Two parts of this run have the name '{part.Name}': each keeps its checkpoint under its name, so give one of them another.");
        parts.Add(part);
        return this;
    }
}
