namespace Foldstream;

/// <summary>An event that was decoded once, and the documents that it changes.</summary>
/// <param name="Routed">The event and its handler.</param>
/// <param name="Context">What is known beside it; null where no handler asks.</param>
/// <param name="Keys">The documents; at least one.</param>
internal sealed record ProjectedEvent(RoutedEvent Routed, EventContext? Context, DocumentKey[] Keys)
{
    /// <summary>Decodes an event; null where it changes no document.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="keys">Used again for each event; never by two at a time.</param>
    public static ProjectedEvent? Of<T>(in StoredEvent stored, DocumentKeys keys)
        where T : class, IProjection<T>
    {
        keys.Start(stored.Stream.Tenant);
        var context = T.Definition.UsesContext ? EventContext.Of(stored) : null;
        var routed = T.Route(stored, context, keys);
        return routed.IsIgnored || keys.Count == 0 ? null : new ProjectedEvent(routed, context, [.. keys]);
    }
}
