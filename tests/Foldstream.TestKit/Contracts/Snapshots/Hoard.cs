using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>An aggregate with snapshots, written by hand as the generator would write it.</summary>
public sealed class Hoard<TKeeping> : IAggregate<Hoard<TKeeping>>
    where TKeeping : IKeeping
{
    private static readonly StateDefinition<Hoard<TKeeping>> Kept =
        new(TKeeping.Policy, TKeeping.InBackground, static (writer, hoard) => hoard.Holds.Write(writer), Read);

    public static string Category => TKeeping.Category;

    public static IReadOnlyList<EventDefinition> EventSet { get; } = [Tally.Raised];

    public static string FoldFingerprint => TKeeping.Fingerprint;

    public static StateDefinition<Hoard<TKeeping>>? State => Kept;

    public AggregateHistory History { get; } = new();

    public HoardState Holds { get; private set; } = HoardState.Empty;

    public static Hoard<TKeeping> Create() => new();

    public static void Apply(Hoard<TKeeping> aggregate, in StoredEvent stored)
    {
        if (stored.Type.Name != Tally.Raised.Type.Name)
            throw UnknownEventException.For(stored, nameof(Hoard<TKeeping>));
        aggregate.Apply(Tally.Raised.Read(stored));
    }

    public void Add(params long[] amounts)
    {
        foreach (var amount in amounts)
        {
            var raised = new TallyRaised(amount);
            Apply(raised);
            History.Raise(Tally.Raised, raised);
        }
    }

    private static Hoard<TKeeping> Read(ref Utf8JsonReader reader) => new() { Holds = HoardState.Read(ref reader) };

    private void Apply(TallyRaised raised) => Holds = Holds.With(raised.Amount);
}
