namespace Foldstream.Postgres;

/// <summary>What the server answers to an append that it stored: facts of its last event.</summary>
internal readonly record struct StoredAppend(long Version, DateTimeOffset RecordedAt, long Position);
