namespace Foldstream.NativeWalk;

/// <summary>What a base type keeps to itself. No event tells the seal, so the same one again means that stored state was taken back, and not folded.</summary>
public abstract class Kept
{
    private readonly Guid seal = Guid.NewGuid();
    private readonly List<string> places = [];

    public Guid Seal() => seal;

    public string Places() => string.Join(' ', places);

    protected void Remember(string place) => places.Add(place);
}
