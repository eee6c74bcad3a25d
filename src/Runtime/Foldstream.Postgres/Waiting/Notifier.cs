using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Tells other processes of appends, after their commit: at once of the first, then once in a while for all that happened meanwhile.</summary>
/// <remarks>Never inside an append: NOTIFY takes a lock of the whole database at commit, behind which all writers would queue.</remarks>
internal sealed class Notifier(Database database) : IAsyncDisposable
{
    // A notification is a transaction that costs the server about as much as an append. Whoever appends one event after another would pay for two.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly string text = $"NOTIFY {database.Schema.Channel}";
    private readonly CancellationTokenSource disposal = new();
    private readonly Lock gate = new();
    private Task telling = Task.CompletedTask;
    private bool due;

    public void Tell()
    {
        lock (gate)
        {
            due = true;
            if (!disposal.IsCancellationRequested && telling.IsCompleted)
                telling = Task.Run(TellAsync);
        }
    }

    /// <summary>Tells what is not told yet.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
            disposal.Cancel();
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task TellAsync()
    {
        while (TakeDue())
        {
            try
            {
                var connection = await database.Source.OpenConnectionAsync().ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                var command = database.Command(connection, text);
                await using var disposing = command.ConfigureAwait(false);
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                // The events are stored; who listens finds them by polling.
            }

            await Task.Delay(Pause, database.Options.Store.Clock, disposal.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TakeDue()
    {
        lock (gate)
        {
            var wasDue = due;
            due = false;
            if (!wasDue)
                telling = Task.CompletedTask;
            return wasDue;
        }
    }
}
