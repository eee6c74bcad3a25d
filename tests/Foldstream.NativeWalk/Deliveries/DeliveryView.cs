namespace Foldstream.NativeWalk;

/// <summary>A document of one stream, with a member of every kind.</summary>
[Projection("deliveries", Of = typeof(Delivery))]
public sealed partial class DeliveryView : Kept
{
    private readonly Dictionary<string, int> tries = [];
    private DateTimeOffset? lastTry;

    public Guid Mark { get; } = Guid.NewGuid();

    [Index]
    public string Customer { get; private set; } = "";

    public string? Note { get; private set; }

    public Address? To { get; private set; }

    public List<Item> Items { get; } = [];

    public Payment? Payment { get; private set; }

    public Speed Speed { get; private set; }

    public Handling Handling { get; private set; }

    public Weight Weight { get; private set; }

    public bool Insured { get; private set; }

    public char Letter { get; private set; }

    [Index]
    public decimal Total { get; private set; }

    public double Distance { get; private set; }

    public Half? Slope { get; private set; }

    public ulong Barcode { get; private set; }

    public Guid Code { get; private set; }

    public DateTimeOffset Due { get; private set; }

    public DateOnly Day { get; private set; }

    public TimeOnly? At { get; private set; }

    public TimeSpan? Window { get; private set; }

    public List<string> Tags { get; private set; } = [];

    public Dictionary<Speed, decimal> Fees { get; private set; } = [];

    public Dictionary<string, Address> Others { get; private set; } = [];

    public HashSet<int> Floors { get; init; } = [];

    public int TriesAt(string place) => tries.GetValueOrDefault(place);

    public DateTimeOffset? LastTry() => lastTry;

    private void Apply(DeliveryOrdered e)
    {
        Customer = e.Customer;
        To = e.To;
        Items.AddRange(e.Items);
        Payment = e.Payment;
        Speed = e.Speed;
        Handling = e.Handling;
        Weight = e.Weight;
        Insured = e.Insured;
        Letter = e.Mark;
        Total = e.Items.Sum(item => item.Count * item.Price ?? 0);
        Distance = e.Distance;
        Slope = e.Slope;
        Barcode = e.Barcode;
        Code = e.Code;
        Due = e.Due;
        Day = e.Day;
        At = e.At;
        Window = e.Window;
        Tags.AddRange(e.Tags);
        Fees = e.Fees;
        Others = e.Others;
        Floors.UnionWith(e.Floors);
    }

    private void Apply(DeliveryTried e, EventContext context)
    {
        Remember(e.Place);
        tries[e.Place] = TriesAt(e.Place) + 1;
        lastTry = context.OccurredAt;
    }

    private void Apply(DeliveryNoted e) => Note = e.Text;

    [DeletesDocument]
    private void Apply(DeliveryCancelled e)
    {
    }
}
