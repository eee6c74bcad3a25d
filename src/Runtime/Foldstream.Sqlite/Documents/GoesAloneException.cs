namespace Foldstream.Sqlite;

/// <summary>An append cannot share a transaction after all; never leaves the store.</summary>
internal sealed class GoesAloneException() : Exception("The append goes alone, because a projection runs inside of it.");
