using System.Text.Json;

namespace Foldstream;

/// <summary>How the whole state of an aggregate or decider is kept and taken back; generated for types with <see cref="SnapshotAttribute"/>.</summary>
/// <typeparam name="TState">The aggregate, or the decider's state.</typeparam>
/// <param name="Policy">When snapshots are due; null for by hand only.</param>
/// <param name="InBackground">Whether they are written behind the save.</param>
/// <param name="Write">Writes all of the state, private members included.</param>
/// <param name="Read">Reads what was written; the reader stands on the first token.</param>
public sealed record StateDefinition<TState>(
    SnapshotPolicy? Policy, bool InBackground, Action<Utf8JsonWriter, TState> Write, StateReader<TState> Read);
