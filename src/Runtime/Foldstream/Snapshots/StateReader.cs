using System.Text.Json;

namespace Foldstream;

/// <summary>Reads a state from JSON; the reader stands on the first token.</summary>
public delegate TState StateReader<out TState>(ref Utf8JsonReader reader);
