namespace Foldstream;

/// <summary>An event that was decoded once, and the documents that it changes: one at least, and mostly no more, which then costs no list.</summary>
internal sealed class ProjectedEvent
{
    private readonly DocumentKey first;
    private readonly DocumentKey[] others;

    private ProjectedEvent(RoutedEvent routed, EventContext? context, DocumentKeys keys)
    {
        Routed = routed;
        Context = context;
        first = keys[0];
        others = keys.Count == 1 ? [] : [.. keys.Skip(1)];
    }

    /// <summary>The event and its handler.</summary>
    public RoutedEvent Routed { get; }

    /// <summary>What is known beside it; null where no handler asks.</summary>
    public EventContext? Context { get; }

    /// <summary>How many documents it changes.</summary>
    public int Count => 1 + others.Length;

    /// <summary>The key of one of the documents.</summary>
    public DocumentKey this[int index] => index == 0 ? first : others[index - 1];

    /// <summary>Decodes an event; null where it changes no document.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="keys">Used again for each event; never by two at a time.</param>
    public static ProjectedEvent? Of<T>(in StoredEvent stored, DocumentKeys keys)
        where T : class, IProjection<T>
    {
        keys.Start(stored.Stream.Tenant);
        var context = T.Definition.UsesContext ? EventContext.Of(stored) : null;
        var routed = T.Route(stored, context, keys);
        return routed.IsIgnored || keys.Count == 0 ? null : new ProjectedEvent(routed, context, keys);
    }

    /// <summary>Adds the keys of all its documents to a set.</summary>
    public void AddKeysTo(HashSet<DocumentKey> keys)
    {
        for (var index = 0; index < Count; index++)
            keys.Add(this[index]);
    }
}
