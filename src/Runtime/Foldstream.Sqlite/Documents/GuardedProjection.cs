namespace Foldstream.Sqlite;

/// <summary>A projection whose documents are brought up to date inside of appends, and which events it takes.</summary>
internal sealed record GuardedProjection(ProjectionState State, string? Category, HashSet<string> EventNames)
{
    public bool Concerns(StreamAppend append) =>
        (Category is null || Category == append.Stream.Category) && append.Events.Any(item => EventNames.Contains(item.Type.Name));
}
