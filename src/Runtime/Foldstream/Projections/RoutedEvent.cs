namespace Foldstream;

/// <summary>A decoded event and the handler that takes it; made and taken by generated code.</summary>
/// <param name="Handler">The number of the handler; negative where the event is set aside.</param>
/// <param name="Event">The event; null where it is set aside.</param>
public readonly record struct RoutedEvent(int Handler, object? Event)
{
    /// <summary>An event that is set aside by <see cref="IgnoresAttribute{TEvent}"/>.</summary>
    public static RoutedEvent Ignored { get; } = new(-1, null);

    /// <summary>Whether the event is set aside.</summary>
    public bool IsIgnored => Handler < 0;
}
