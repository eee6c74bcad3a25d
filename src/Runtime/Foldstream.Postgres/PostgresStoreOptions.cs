using System.Collections.ObjectModel;

namespace Foldstream.Postgres;

/// <summary>How a <see cref="PostgresEventStore"/> works.</summary>
public sealed record PostgresStoreOptions
{
    internal const string FieldPlace = "{field}";
    internal const string ValuePlace = "{value}";

    private readonly string schema = "foldstream";
    private readonly TimeSpan pollingInterval = TimeSpan.FromMilliseconds(500);
    private readonly TimeSpan commandTimeout = TimeSpan.FromSeconds(30);
    private readonly int groupCommitLanes = 4;
    private readonly int queueCapacity = 4096;
    private readonly int largestBatch = 64;
    private readonly int faultAttempts = 4;
    private readonly int conditionAttempts = 20;
    private readonly IReadOnlyDictionary<string, string> queryOperators = ReadOnlyDictionary<string, string>.Empty;
    private readonly EventStoreOptions store = EventStoreOptions.Default;

    /// <summary>The defaults.</summary>
    public static PostgresStoreOptions Default { get; } = new();

    /// <summary>The database schema that holds the store; several stores can share a database. The default is <c>foldstream</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty, longer than 63 bytes of UTF-8, holds control characters or begins with <c>pg_</c>.</exception>
    public string Schema
    {
        get => schema;
        init => schema = SchemaName.Check(value);
    }

    /// <summary>Whether opening the store may make or change the schema. The default is <see cref="EnsureSchema.WhenNeeded"/>.</summary>
    public EnsureSchema EnsureSchema { get; init => field = OneOf(value, nameof(EnsureSchema)); } = EnsureSchema.WhenNeeded;

    /// <summary>How the content of events is kept; must be that of the schema where there is one. The default is <see cref="PayloadFormat.Bytes"/>.</summary>
    public PayloadFormat Payload { get; init => field = OneOf(value, nameof(Payload)); } = PayloadFormat.Bytes;

    /// <summary>Whether concurrent appends share a transaction and a round trip. The default is true.</summary>
    public bool GroupCommit { get; init; } = true;

    /// <summary>How many appends or groups of them are on their way at the same time, each on a connection. The default is 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int GroupCommitLanes
    {
        get => groupCommitLanes;
        init => groupCommitLanes = AtLeastOne(value, nameof(GroupCommitLanes));
    }

    /// <summary>How many appends may wait for a lane; further callers wait for a place. The default is 4,096.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int QueueCapacity
    {
        get => queueCapacity;
        init => queueCapacity = AtLeastOne(value, nameof(QueueCapacity));
    }

    /// <summary>How many appends share a transaction at the most. The default is 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int LargestBatch
    {
        get => largestBatch;
        init => largestBatch = AtLeastOne(value, nameof(LargestBatch));
    }

    /// <summary>
    /// How often an append or a read is tried at the most when the server, the connection, a deadlock or a serialization failure
    /// ends it; an append never stores twice. The default is 4; 1 never repeats.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int FaultAttempts
    {
        get => faultAttempts;
        init => faultAttempts = AtLeastOne(value, nameof(FaultAttempts));
    }

    /// <summary>
    /// How often a condition that only the client can decide, such as one of your own, is decided anew because others wrote to the
    /// stream in between; then <see cref="StoreBusyException"/>. The default is 20.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int ConditionAttempts
    {
        get => conditionAttempts;
        init => conditionAttempts = AtLeastOne(value, nameof(ConditionAttempts));
    }

    /// <summary>How long a statement may take, then <see cref="StoreBusyException"/>. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is below one second or above an hour.</exception>
    public TimeSpan CommandTimeout
    {
        get => commandTimeout;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1), nameof(CommandTimeout));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1), nameof(CommandTimeout));
            commandTimeout = value;
        }
    }

    /// <summary>
    /// Whether appends tell other processes by NOTIFY, after their commit, and waits listen for it. Without it they find what others wrote
    /// by <see cref="PollingInterval"/>. The default is true.
    /// </summary>
    public bool Notifications { get; init; } = true;

    /// <summary>How often a waiting <see cref="IEventLog.WaitAsync"/> looks by itself, should a notification be lost. The default is 500 milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is below one millisecond.</exception>
    public TimeSpan PollingInterval
    {
        get => pollingInterval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1), nameof(PollingInterval));
            pollingInterval = value;
        }
    }

    /// <summary>
    /// Operators for <see cref="Field{T}.Custom"/>, by their names: a condition in SQL with <c>{field}</c> and <c>{value}</c>, such as
    /// <c>similarity({field}, {value}) &gt; 0.5</c>. Field and value are texts in sortable form, or null. The default is none.
    /// </summary>
    /// <remarks>The SQL becomes part of the query as it is: never make it from what users enter.</remarks>
    /// <exception cref="ArgumentException">A name is empty, or an operator does not look at the field.</exception>
    public IReadOnlyDictionary<string, string> QueryOperators
    {
        get => queryOperators;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(QueryOperators));
            foreach (var (name, sql) in value)
            {
                if (string.IsNullOrEmpty(name) || sql?.Contains(FieldPlace, StringComparison.Ordinal) != true)
                    throw new ArgumentException(
                        $"{nameof(QueryOperators)} has the operator '{name}' with the SQL '{sql}': give it a name, and a condition that holds {FieldPlace}, such as '{FieldPlace} LIKE {ValuePlace}'.",
                        nameof(QueryOperators));
            }

            queryOperators = new Dictionary<string, string>(value, StringComparer.Ordinal);
        }
    }

    /// <summary>Clock, ids and limits. The default is <see cref="EventStoreOptions.Default"/>.</summary>
    public EventStoreOptions Store
    {
        get => store;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Store));
            store = value;
        }
    }

    private static int AtLeastOne(int value, string option)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, option);
        return value;
    }

    private static TEnum OneOf<TEnum>(TEnum value, string option)
        where TEnum : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} is one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
}
