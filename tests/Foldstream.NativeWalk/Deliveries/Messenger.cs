using System.Collections.Concurrent;

namespace Foldstream.NativeWalk;

/// <summary>A subscriber that fails on some places: for a while, or until it is healed.</summary>
[Subscription("messenger", Of = typeof(Delivery))]
[Ignores<DeliveryNoted>]
[Ignores<DeliveryCancelled>]
public sealed partial class Messenger
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Sent { get; } = [];

    public bool IsHealed { get; set; }

    public int CallsFor(string place) => calls.GetValueOrDefault(place);

    private void Handle(DeliveryOrdered e) => Sent.Enqueue($"ordered by {e.Customer}");

    private async Task Handle(DeliveryTried e, EventContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var call = calls.AddOrUpdate(e.Place, 1, (_, before) => before + 1);
        if ((e.Place == "stairs" && call < 3) || (e.Place == "cellar" && !IsHealed))
            throw new InvalidOperationException($"Nobody answers at the {e.Place}.");
        Sent.Enqueue($"{context.Stream.Id} tried at the {e.Place}");
    }
}
