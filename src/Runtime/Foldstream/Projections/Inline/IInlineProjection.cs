namespace Foldstream;

/// <summary>A projection that runs inside appends.</summary>
internal interface IInlineProjection
{
    string Name { get; }

    /// <summary>Whether events of several streams meet in one document, where their order counts: then appends of them are to follow one another in the order of the log.</summary>
    bool IsOrderedAcrossStreams => true;

    /// <summary>Whether an append holds an event that it handles.</summary>
    bool Concerns(StreamAppend append);

    /// <summary>Applies the events of an append that it handles to their documents, in the append's transaction.</summary>
    ValueTask ApplyAsync(IReadModelTransaction transaction, ProjectionState state, IReadOnlyList<RecordedEvent> events, CancellationToken cancellationToken);
}
