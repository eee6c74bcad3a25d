namespace Foldstream;

/// <summary>What came of a command.</summary>
/// <param name="Stream">The stream that it was given to.</param>
/// <param name="Version">How many events the stream has after it.</param>
/// <param name="Stored">What it stored; null where it raised nothing.</param>
public record CommandResult(StreamId Stream, long Version, AppendResult? Stored)
{
    /// <summary>Whether a command with the same idempotency key had been stored before, so that this one did not run.</summary>
    public bool AlreadyStored => Stored is { AlreadyStored: true };

    /// <summary>The position of the last event that it stored, to wait for: <c>running.CaughtUpAsync(result.LastPosition)</c>. Null where it raised nothing, or where the store keeps no order.</summary>
    public GlobalPosition? LastPosition => Stored?.LastPosition;
}
