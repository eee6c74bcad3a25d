namespace Foldstream;

/// <summary>A decoded event on its way to its handler.</summary>
internal sealed record RoutedItem(RoutedEvent Routed, EventContext Context)
{
    /// <summary>Keeps a routed event; null where it is set aside.</summary>
    public static RoutedItem? Take(RoutedEvent routed, in StoredEvent stored) =>
        routed.IsIgnored ? null : new RoutedItem(routed, EventContext.Of(stored));
}
