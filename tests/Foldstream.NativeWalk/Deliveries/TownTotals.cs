namespace Foldstream.NativeWalk;

/// <summary>Many streams into one document, in any order.</summary>
[Projection("towns", Commutative = true)]
public sealed partial class TownTotals
{
    public int Orders { get; private set; }

    public decimal Kilograms { get; private set; }

    [Key]
    private static string? By(DeliveryOrdered e) => e.To.Town;

    private void Apply(DeliveryOrdered e)
    {
        Orders++;
        Kilograms += e.Weight.Kilograms;
    }
}
