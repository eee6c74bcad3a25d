namespace Foldstream.Benchmarks;

/// <summary>The content of a hand-written document, as JSON.</summary>
internal sealed class OrdersByHand
{
    public string Customer { get; set; } = "";

    public decimal Total { get; set; }

    public int Lines { get; set; }

    public int Orders { get; set; }

    public DateTimeOffset LastPlacedAt { get; set; }
}
