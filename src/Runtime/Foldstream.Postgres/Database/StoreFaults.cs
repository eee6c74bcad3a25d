using System.Net.Sockets;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Says what an error of the server or the driver means for the one who uses the store, and what to do.</summary>
internal sealed class StoreFaults(string store, PostgresStoreOptions options)
{
    private const string PoolExhausted = "pool has been exhausted";

    /// <summary>The store's name in messages: host, database and schema, never a secret.</summary>
    public string Store => store;

    public static FaultKind Classify(NpgsqlException error) => error switch
    {
        PostgresException answer => Classify(answer.SqlState),
        _ when IsPoolExhausted(error) => FaultKind.Lasting,
        _ when error.InnerException is TimeoutException => FaultKind.Lasting,
        _ when error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } => FaultKind.Passing,
        _ => FaultKind.Unknown,
    };

    public FoldstreamException Explain(NpgsqlException error) => error switch
    {
        PostgresException answer => Explain(answer),
        _ when IsPoolExhausted(error) => new StoreBusyException(
            store, ConnectionTimeout, $"All connections to {store} are in use: raise 'Maximum Pool Size' of the connection string, or use fewer callers at once.", error),
        _ when error.InnerException is TimeoutException => new StoreBusyException(store, options.CommandTimeout, TimeoutMessage, error),
        _ => new StoreUnavailableException(
            store, $"{store} cannot be reached ({error.Message}): check that the server runs and the connection string. {OpenOutcome}", error),
    };

    /// <summary>Explains the end of a connection at the commit of a transaction over documents and checkpoints.</summary>
    public StoreUnavailableException ExplainOpenCommit(NpgsqlException error) => new(
        store,
        $"{store} was lost at the commit of a transaction ({error.Message}), and whether it was stored is open: take the partition over again and go on from its checkpoint.",
        error);

    /// <summary>How long the pool waits for a connection at the most; 15 seconds is the default of Npgsql.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(15);

    private const string OpenOutcome = "Whether an append was stored may be open; repeat it with the same event ids, which stores nothing twice.";

    private string TimeoutMessage =>
        $"{store} did not answer within {nameof(PostgresStoreOptions)}.{nameof(PostgresStoreOptions.CommandTimeout)} ({options.CommandTimeout.TotalSeconds} s): "
        + $"find what holds its locks (pg_stat_activity), or wait longer. {OpenOutcome}";

    private static bool IsPoolExhausted(NpgsqlException error) => error.Message.Contains(PoolExhausted, StringComparison.Ordinal);

    private static FaultKind Classify(string state) => state switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections => FaultKind.Passing,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.DatabaseDropped
            or PostgresErrorCodes.TransactionResolutionUnknown or PostgresErrorCodes.StatementCompletionUnknown => FaultKind.Unknown,
        _ when state.StartsWith("08", StringComparison.Ordinal) => FaultKind.Unknown,
        _ => FaultKind.Lasting,
    };

    private FoldstreamException Explain(PostgresException answer) => answer.SqlState switch
    {
        ReadModelFunctions.InlineProjectionMissing => new InlineProjectionMissingException(answer.ConstraintName ?? ""),
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => new StoreBusyException(
            store, options.CommandTimeout, $"{store} ended a statement that took too long ({answer.MessageText}), and nothing was stored: "
                + "find what holds its locks (pg_stat_activity), or raise statement_timeout and lock_timeout.", answer),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => new StoreBusyException(
            store, options.CommandTimeout, $"{store} gave up between contending writers ({answer.MessageText}) at each of {options.FaultAttempts} attempts, and nothing was stored: try again later.", answer),
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction =>
            new IncompatibleStoreException(store, $"The schema of {store} is not that of a store ({answer.MessageText}): run what {nameof(PostgresSchema)}.{nameof(PostgresSchema.Script)} gives.", answer),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new CorruptStoreException(
            store, $"{store} is damaged ({answer.MessageText}): restore it from a backup.", answer),
        _ => new StoreUnavailableException(store, $"{store} {Trouble(answer)}", answer),
    };

    private static string Trouble(PostgresException answer) => answer.SqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege =>
            $"refuses the role ({answer.MessageText}): give it what {nameof(PostgresSchema)}.{nameof(PostgresSchema.RolesScript)} says.",
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            "takes no writes here, it is a standby or set to read only: say 'Target Session Attributes=primary' in the connection string.",
        PostgresErrorCodes.DiskFull => "has no space left, and nothing was stored: free space on its disk and append again.",
        PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.ProgramLimitExceeded => $"cannot take so much at once ({answer.MessageText}): append less at a time, or index no field of documents that holds long texts.",
        PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.CharacterNotInRepertoire =>
            $"refuses the content of an event or document ({answer.MessageText}), and nothing was stored: {nameof(PayloadFormat)}.{nameof(PayloadFormat.Jsonb)} takes "
            + $"JSON without escaped NULs only; {nameof(PayloadFormat)}.{nameof(PayloadFormat.Bytes)} takes all.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"refuses the login ({answer.MessageText}): check user and password of the connection string.",
        PostgresErrorCodes.InvalidCatalogName => $"does not exist ({answer.MessageText}): create the database first.",
        _ => $"did not do its work ({answer.MessageText}, SQLSTATE {answer.SqlState}). "
            + (Classify(answer.SqlState) == FaultKind.Lasting ? "Nothing was stored." : OpenOutcome),
    };
}
