namespace Foldstream;

/// <summary>A decider's state and the number of events that made it.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="State">The state; the initial one where there are no events.</param>
/// <param name="Version">How many events made it.</param>
public sealed record Folded<TState>(TState State, long Version);
