using System.Text.Json.Serialization;

namespace Foldstream.Generated.Tests;

[Event("locker-filled")]
public sealed record LockerFilled(string Item);

/// <summary>What a base type keeps to itself.</summary>
public abstract class LockerBase
{
    private readonly HashSet<string> names = [];

    public bool Knows(string name) => names.Contains(name);

    protected void Learn(string name) => names.Add(name);
}

/// <summary>An aggregate with snapshots: private, read-only and inherited state.</summary>
[Aggregate("locker")]
[Snapshot(Every = 3, Policy = nameof(Rule))]
public sealed partial class Locker : LockerBase
{
    private readonly List<string> items = [];

    public int Filled { get; private set; }

    public IReadOnlyList<string> Items => items;

    [JsonIgnore]
    public int Applied { get; private set; }

    private static SnapshotPolicy Rule { get; } = SnapshotPolicy.OlderThan(TimeSpan.FromDays(30));

    public void Fill(string item) => Raise(new LockerFilled(item));

    private void Apply(LockerFilled e)
    {
        Applied++;
        Filled++;
        items.Add(e.Item);
        Learn(e.Item);
    }
}

[Event("door-opened")]
public sealed record DoorOpened(string By);

[Event("door-shut")]
public sealed record DoorShut;

public sealed record Open(string By);

/// <summary>A decider whose states are types of their own; snapshots by hand, behind the save.</summary>
[Decider("door")]
[Snapshot(InBackground = true)]
[JsonDerivedType(typeof(Shut), "shut")]
[JsonDerivedType(typeof(Ajar), "ajar")]
public abstract partial record Door
{
    public static Door InitialState { get; } = new Shut();

    public static Events Decide(Open command, Door state) => state is Shut ? [new DoorOpened(command.By)] : [];

    private static Door Evolve(Door state, DoorOpened e) => new Ajar(e.By);

    private static Door Evolve(Door state, DoorShut e) => new Shut();

    public sealed record Shut : Door;

    public sealed record Ajar(string By) : Door;
}

[Event("points-won")]
public sealed record PointsWon(int Points);

/// <summary>A decider that is an ordinary value.</summary>
[Decider("score")]
[Snapshot(Every = 2)]
public readonly partial record struct Score(int Points, string? Leader)
{
    public static Score InitialState { get; } = new(0, null);

    public static Events Decide(int points, Score state) => [new PointsWon(points)];

    private static Score Evolve(Score state, PointsWon e) => state with { Points = state.Points + e.Points };
}
