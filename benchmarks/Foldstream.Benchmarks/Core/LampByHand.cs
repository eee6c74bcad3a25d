namespace Foldstream.Benchmarks;

/// <summary>The floor of dispatch: the same lamp with a switch that a person wrote.</summary>
internal sealed class LampByHand
{
    public int State { get; private set; }

    public void Apply(in StoredEvent stored)
    {
        switch (stored.Type.Name)
        {
            case "switched-on":
                Apply(SwitchedOnJsonConverter.Definition.Read(stored));
                break;
            case "switched-off":
                Apply(SwitchedOffJsonConverter.Definition.Read(stored));
                break;
            case "dimmed":
                Apply(DimmedJsonConverter.Definition.Read(stored));
                break;
            case "brightened":
                Apply(BrightenedJsonConverter.Definition.Read(stored));
                break;
            default:
                throw new InvalidOperationException(stored.Type.Name);
        }
    }

    private void Apply(SwitchedOn e) => State += 1;

    private void Apply(SwitchedOff e) => State -= 1;

    private void Apply(Dimmed e) => State ^= 2;

    private void Apply(Brightened e) => State ^= 4;
}
