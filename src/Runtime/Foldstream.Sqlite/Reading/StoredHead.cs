namespace Foldstream.Sqlite;

/// <summary>A stream's end, the number of its row, null where it has none yet, and whether a final event closed it.</summary>
internal readonly record struct StoredHead(long? Number, StreamHead Head, bool IsClosed);
