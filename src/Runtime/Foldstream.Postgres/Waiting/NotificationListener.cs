using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Listens for the notifications of other processes on a connection of its own; connects again when it is lost.</summary>
internal sealed class NotificationListener(Database database, ChangeSignal hints) : IAsyncDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private Task listening = Task.CompletedTask;
    private bool started;

    /// <summary>Whether the connection is there.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Begins to listen; once.</summary>
    public void Start()
    {
        if (started)
            return;
        started = true;
        listening = Task.Run(ListenAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await disposal.CancelAsync().ConfigureAwait(false);
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        disposal.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!disposal.IsCancellationRequested)
        {
            try
            {
                await ListenUntilLostAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is NpgsqlException or InvalidOperationException or OperationCanceledException)
            {
                // Polling goes on meanwhile; a look right away finds what was told while nobody listened.
                hints.Raise();
            }

            IsConnected = false;
            await Task.Delay(database.Options.PollingInterval, database.Options.Store.Clock, disposal.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenUntilLostAsync()
    {
        var connection = await database.Source.OpenConnectionAsync(disposal.Token).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        connection.Notification += (_, _) => hints.Raise();
        await ExecuteAsync(connection, $"LISTEN {database.Schema.Channel}", disposal.Token).ConfigureAwait(false);
        IsConnected = true;
        hints.Raise();
        try
        {
            while (true)
                await connection.WaitAsync(disposal.Token).ConfigureAwait(false);
        }
        finally
        {
            // It goes back to the pool, where nobody resets it.
            if (connection.State == System.Data.ConnectionState.Open)
                await ExecuteAsync(connection, "UNLISTEN *", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = database.Command(connection, sql);
        await using var disposing = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
