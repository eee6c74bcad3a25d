namespace Foldstream.Postgres;

/// <summary>What the database says of a store when it is opened.</summary>
/// <param name="Identity">What its positions carry.</param>
/// <param name="Version">The version of its schema.</param>
/// <param name="Payload">How it keeps content.</param>
/// <param name="PositionCache">How many positions a session takes at once.</param>
/// <param name="LockClass">What tells its advisory locks from those of others: the number of its sequence.</param>
internal sealed record StoreFacts(Guid Identity, int Version, PayloadFormat Payload, long PositionCache, int LockClass);
