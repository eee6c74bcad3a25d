using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>A decider with snapshots, written by hand as the generator would write it.</summary>
public sealed record Stash<TKeeping>(HoardState Holds) : IDecides<Stash<TKeeping>, PutIn>
    where TKeeping : IKeeping
{
    private static readonly StateDefinition<Stash<TKeeping>> Kept =
        new(TKeeping.Policy, TKeeping.InBackground, static (writer, stash) => stash.Holds.Write(writer), Read);

    public static string Category => TKeeping.Category;

    public static IReadOnlyList<EventDefinition> EventSet { get; } = [Tally.Raised];

    public static string FoldFingerprint => TKeeping.Fingerprint;

    public static StateDefinition<Stash<TKeeping>>? State => Kept;

    public static Stash<TKeeping> Initial { get; } = new(HoardState.Empty);

    public static Stash<TKeeping> Evolve(Stash<TKeeping> state, in StoredEvent stored) => stored.Type.Name == Tally.Raised.Type.Name
        ? new Stash<TKeeping>(state.Holds.With(Tally.Raised.Read(stored).Amount))
        : throw UnknownEventException.For(stored, nameof(Stash<TKeeping>));

    public static PendingEvents Decide(PutIn command, Stash<TKeeping> state)
    {
        var events = new PendingEvents();
        foreach (var coin in command.Coins)
            events.Add(Tally.Raised, new TallyRaised(coin));
        return events;
    }

    private static Stash<TKeeping> Read(ref Utf8JsonReader reader) => new(HoardState.Read(ref reader));
}
