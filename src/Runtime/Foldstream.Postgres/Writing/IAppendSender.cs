namespace Foldstream.Postgres;

/// <summary>Sends an append to the server: alone, or together with those of others.</summary>
internal interface IAppendSender
{
    /// <summary>The answer; null where the server's part of the condition does not hold.</summary>
    ValueTask<StoredAppend?> SendAsync(PendingAppend append, ExpectedVersion expected, CancellationToken cancellationToken);
}
