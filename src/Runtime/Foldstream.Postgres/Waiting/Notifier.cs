using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Tells other processes of appends, after their commit and once for all that happened meanwhile.</summary>
/// <remarks>Never inside an append: NOTIFY takes a lock of the whole database at commit, behind which all writers would queue.</remarks>
internal sealed class Notifier(Database database) : IAsyncDisposable
{
    private readonly string text = $"NOTIFY {database.Schema.Channel}";
    private readonly Lock gate = new();
    private Task telling = Task.CompletedTask;
    private bool due;
    private bool disposed;

    public void Tell()
    {
        lock (gate)
        {
            due = true;
            if (!disposed && telling.IsCompleted)
                telling = Task.Run(TellAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
            disposed = true;
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
