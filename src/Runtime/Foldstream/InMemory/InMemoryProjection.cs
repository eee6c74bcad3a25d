namespace Foldstream;

/// <summary>What an in-memory store knows of a projection.</summary>
internal sealed record InMemoryProjection(ProjectionState State, ProjectionDefinition Definition)
{
    /// <summary>Whether its documents are kept up to date inside appends that hold such events.</summary>
    public bool Guards(StreamAppend append) =>
        State.Lifecycle == Lifecycle.Inline
        && (Definition.Category is null || Definition.Category == append.Stream.Category)
        && append.Events.Any(item => Definition.EventNames.Contains(item.Type.Name, StringComparer.Ordinal));
}
