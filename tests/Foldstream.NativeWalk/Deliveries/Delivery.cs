using System.Text.Json.Serialization;

namespace Foldstream.NativeWalk;

/// <summary>An aggregate whose state only its snapshot's accessors reach: private, read-only, get-only, inherited.</summary>
[Aggregate("delivery", Events = typeof(IDeliveryEvent))]
[Snapshot(Every = 3)]
public sealed partial class Delivery : Kept
{
    private readonly Dictionary<string, int> tries = [];

    public Guid Mark { get; } = Guid.NewGuid();

    public List<Item> Items { get; } = [];

    public Payment? Payment { get; private set; }

    public string? Note { get; private set; }

    public bool IsCancelled { get; private set; }

    [JsonIgnore]
    public int Applied { get; private set; }

    public int TriesAt(string place) => tries.GetValueOrDefault(place);

    public void Order(DeliveryOrdered order) => Raise(order);

    public void Try(string place) => Raise(new DeliveryTried(place));

    public void Write(string? note) => Raise(new DeliveryNoted(note));

    public void Cancel() => Raise(new DeliveryCancelled());

    private void Apply(DeliveryOrdered e)
    {
        Applied++;
        Items.AddRange(e.Items);
        Payment = e.Payment;
    }

    private void Apply(DeliveryTried e)
    {
        Applied++;
        Remember(e.Place);
        tries[e.Place] = TriesAt(e.Place) + 1;
    }

    private void Apply(DeliveryNoted e)
    {
        Applied++;
        Note = e.Text;
    }

    private void Apply(DeliveryCancelled e)
    {
        Applied++;
        IsCancelled = true;
    }
}
