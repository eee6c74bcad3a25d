namespace Foldstream.Sqlite;

/// <summary>A stream's end, and the number of its row; null where it has none yet.</summary>
internal readonly record struct StoredHead(long? Number, StreamHead Head);
