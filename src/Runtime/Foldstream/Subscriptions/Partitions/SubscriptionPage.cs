namespace Foldstream;

/// <summary>Events of one partition that were read together.</summary>
/// <param name="Events">Those that are to be handled, in order.</param>
/// <param name="Through">Everything up to here is on this page or is left out by the subscription's filters; null where the store is empty.</param>
/// <param name="ReachedHead">Whether the store had nothing more when it was read.</param>
internal sealed record SubscriptionPage(IReadOnlyList<TakenEvent> Events, GlobalPosition? Through, bool ReachedHead)
{
    /// <summary>Whether all events could be decoded.</summary>
    public bool IsDecoded { get; } = Events.All(taken => taken.DecodingError is null);
}
