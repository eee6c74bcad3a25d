namespace Foldstream;

/// <summary>An event of an older version was to be stored; only the newest is, the older ones are read.</summary>
public sealed class SupersededEventException : FoldstreamException
{
    internal SupersededEventException(Type older, EventDefinition newest)
        : base($"'{older}' is an older version of event '{newest.Type.Name}', and only the newest one is stored: append '{newest.ClrType}' instead.")
    {
        Older = older;
        Newest = newest.ClrType;
        Type = newest.Type;
    }

    /// <summary>The type of the event that was to be stored.</summary>
    public Type Older { get; }

    /// <summary>The type to store in its place.</summary>
    public Type Newest { get; }

    /// <summary>The stored name and the newest schema version.</summary>
    public EventType Type { get; }
}
