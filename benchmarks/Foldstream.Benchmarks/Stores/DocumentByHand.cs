namespace Foldstream.Benchmarks;

/// <summary>What a hand-written read model holds in memory of one document.</summary>
internal sealed class DocumentByHand
{
    public string Id { get; init; } = "";

    public OrdersByHand Content { get; } = new();

    public long Version { get; private set; }

    public long LastPosition { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>Whether it is to be written with the present page.</summary>
    public bool IsChanged { get; set; }

    public void Apply(OrderPlaced order, long position, DateTime recordedAt)
    {
        Content.Customer = order.Customer;
        Content.Total += order.Total;
        Content.Lines += order.Lines;
        Content.Orders++;
        Content.LastPlacedAt = order.PlacedAt;
        Version++;
        LastPosition = position;
        CreatedAt = Version == 1 ? recordedAt : CreatedAt;
        UpdatedAt = recordedAt;
    }
}
