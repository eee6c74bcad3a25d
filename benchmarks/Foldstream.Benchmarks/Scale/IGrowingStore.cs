namespace Foldstream.Benchmarks;

/// <summary>A store that grows, and the same work in it at each size. Streams have 100 events, and hundreds of them grow at the same time.</summary>
internal interface IGrowingStore : IAsyncDisposable
{
    /// <summary>The version of the server, where it has one.</summary>
    string? Server { get; }

    /// <summary>Appends until there are so many events.</summary>
    Task GrowAsync(int events);

    /// <summary>Does what background work would do some time after so many appends.</summary>
    Task SettleAsync();

    /// <summary>Appends one event to a stream that is there.</summary>
    Task AppendAsync();

    /// <summary>Loads and folds one of 100 streams, spread evenly over the whole store.</summary>
    Task LoadAsync();

    /// <summary>Reads 1,000 events of the log, from one of 10 places, spread evenly over all of it.</summary>
    Task ReadFeedAsync();

    /// <summary>Forgets the documents, and builds one for each stream, from the first event to the last.</summary>
    Task CatchUpAsync();

    /// <summary>Does what <see cref="CatchUpAsync"/> does without any event: starts where everything is handled, and ends.</summary>
    Task StartAsync();
}
