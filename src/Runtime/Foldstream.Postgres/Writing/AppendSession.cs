using System.Runtime.CompilerServices;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Sends appends in one transaction after another: its commands are made once, its connection is taken from the pool for each.</summary>
internal sealed class AppendSession
{
    private readonly AppendStatements statements;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch batch;
    private readonly CommandStock ofOneEvent;
    private readonly CommandStock ofManyEvents;
    private readonly Func<PendingAppend, AppendCommand> commandFor;
    private readonly List<(PendingAppend Append, ExpectedVersion Expected)> appends = [];
    private readonly List<StoredAppend?> answers = [];

    public AppendSession(Database database, AppendStatements statements)
    {
        this.statements = statements;
        connection = database.Source.CreateConnection();
        batch = database.Batch(connection);
        ofOneEvent = new CommandStock(() => new OneEventCommand(statements));
        ofManyEvents = new CommandStock(() => new ManyEventsCommand(statements));
        commandFor = append => (append.Events.Count == 1 ? ofOneEvent : ofManyEvents).Take();
    }

    /// <summary>Adds an append to the next transaction.</summary>
    public void Add(PendingAppend append, ExpectedVersion expected) => appends.Add((append, expected));

    /// <summary>Sends what was added, and gives the answers in that order: null where the server's part of a condition does not hold.</summary>
    /// <remarks>One that failed is not used again.</remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<IReadOnlyList<StoredAppend?>> SendAsync(CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            AppendBatch.Fill(batch, statements, appends, commandFor);
            await AppendBatch.ExecuteAsync(batch, appends.Count, answers, cancellationToken).ConfigureAwait(false);
            return answers;
        }
        finally
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Makes it ready for the next transaction, and lets go of what the last one held.</summary>
    public void Reset()
    {
        batch.BatchCommands.Clear();
        ofOneEvent.Reset();
        ofManyEvents.Reset();
        appends.Clear();
        answers.Clear();
    }
}
