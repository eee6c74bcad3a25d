using System.Text.Json.Serialization;

namespace Foldstream.NativeWalk;

public sealed record Load(string Delivery);

[Event("van-loaded")]
public sealed record VanLoaded(string Delivery);

/// <summary>A decider whose states are types of their own, with snapshots behind the save.</summary>
[Decider("van")]
[Snapshot(Every = 2, InBackground = true)]
[JsonDerivedType(typeof(Empty), "empty")]
[JsonDerivedType(typeof(Loaded), "loaded")]
public abstract partial record Van
{
    public static Van InitialState { get; } = new Empty();

    public static Events Decide(Load command, Van state) =>
        state is Loaded { Deliveries: { Count: > 2 } } ? throw new InvalidOperationException("The van is full.") : [new VanLoaded(command.Delivery)];

    private static Van Evolve(Van state, VanLoaded e) => new Loaded(state is Loaded loaded ? [.. loaded.Deliveries, e.Delivery] : [e.Delivery]);

    public sealed record Empty : Van;

    public sealed record Loaded(IReadOnlyList<string> Deliveries) : Van;
}
