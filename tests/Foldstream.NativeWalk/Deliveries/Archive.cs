namespace Foldstream.NativeWalk;

/// <summary>A subscriber that takes what is there at once.</summary>
[Subscription("archive", Events = typeof(IDeliveryEvent))]
public sealed partial class Archive
{
    private readonly List<string> names = [];

    public string Names => string.Join(' ', names);

    private Task Handle(IReadOnlyList<TypedEvent> events)
    {
        names.AddRange(events.Select(item => item.Event.GetType().Name));
        return Task.CompletedTask;
    }
}
