using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>The command of one append with its parameters: made once, filled for one append after another.</summary>
internal abstract class AppendCommand
{
    private readonly AppendStatements statements;
    private readonly bool isMany;
    private readonly NpgsqlBatchCommand command = new();
    private readonly NpgsqlParameter<string> category;
    private readonly NpgsqlParameter<string> id;
    private readonly NpgsqlParameter<string> tenant;
    private readonly NpgsqlParameter<int> partition;
    private readonly NpgsqlParameter<long> expectedVersion;
    private readonly NpgsqlParameter<bool> closes;

    protected AppendCommand(AppendStatements statements, bool isMany)
    {
        this.statements = statements;
        this.isMany = isMany;
        category = Add<string>(NpgsqlDbType.Text);
        id = Add<string>(NpgsqlDbType.Text);
        tenant = Add<string>(NpgsqlDbType.Text);
        partition = Add<int>(NpgsqlDbType.Integer);
        expectedVersion = Add<long>(NpgsqlDbType.Bigint);
        closes = Add<bool>(NpgsqlDbType.Boolean);
    }

    /// <summary>A command for appends of as many events as this one: of one, or of several.</summary>
    public static AppendCommand For(PendingAppend append, AppendStatements statements) =>
        append.Events.Count == 1 ? new OneEventCommand(statements) : new ManyEventsCommand(statements);

    /// <summary>The command, filled for an append.</summary>
    /// <param name="append">The append.</param>
    /// <param name="expected">What the server is to check of its stream.</param>
    /// <param name="registers">Whether it registers the transaction; another one does otherwise.</param>
    public NpgsqlBatchCommand Fill(PendingAppend append, ExpectedVersion expected, bool registers)
    {
        var expectation = Kind(expected);
        // Said each time: what Npgsql remembers of a text belongs to the connection that it was used on last.
        command.CommandText = statements.For(expectation, isMany, registers);
        category.TypedValue = append.Stream.Category;
        id.TypedValue = append.Stream.Id;
        tenant.TypedValue = append.Stream.Tenant;
        partition.TypedValue = append.Partition;
        expectedVersion.TypedValue = expectation == Expectation.Exactly ? expected.ExactVersion!.Value.Value : 0;
        closes.TypedValue = append.Append.ClosesStream;
        FillEvents(append);
        return command;
    }

    /// <summary>Lets go of what the events hold.</summary>
    public abstract void Clear();

    /// <summary>The answer; null where the claim of the stream failed.</summary>
    public static async ValueTask<StoredAppend?> ReadAsync(NpgsqlDataReader reader)
    {
        // Not cancelled here: the whole batch is with the server already.
        if (!await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
            return null;
        return new StoredAppend(reader.GetInt64(0), new DateTimeOffset(reader.GetDateTime(1)), reader.GetInt64(2));
    }

    protected abstract void FillEvents(PendingAppend append);

    protected NpgsqlParameter<T> Add<T>(NpgsqlDbType type)
    {
        var parameter = new NpgsqlParameter<T> { NpgsqlDbType = type };
        command.Parameters.Add(parameter);
        return parameter;
    }

    protected static byte[]? Metadata(EventData item) => item.Metadata.IsNone ? null : EventMetadataJson.Write(item.Metadata);

    private static Expectation Kind(ExpectedVersion expected) => expected switch
    {
        { ExactVersion: { IsNone: true } } => Expectation.NoStream,
        { ExactVersion: not null } => Expectation.Exactly,
        _ when expected == ExpectedVersion.Exists => Expectation.Exists,
        _ => Expectation.Any,
    };
}
