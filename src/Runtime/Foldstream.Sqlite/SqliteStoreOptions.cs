namespace Foldstream.Sqlite;

/// <summary>How a <see cref="SqliteEventStore"/> works.</summary>
public sealed record SqliteStoreOptions
{
    internal const string FieldPlace = "{field}";
    internal const string ValuePlace = "{value}";

    // SQLite and timers take a time as a number of milliseconds in 32 bits.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Durability durability = Durability.Full;
    private readonly TimeSpan busyTimeout = TimeSpan.FromSeconds(30);
    private readonly TimeSpan changePollingInterval = TimeSpan.FromMilliseconds(50);
    private readonly int readerConnections = 4;
    private readonly int queueCapacity = 1024;
    private readonly IReadOnlyDictionary<string, string> queryOperators = new Dictionary<string, string>(StringComparer.Ordinal);
    private readonly EventStoreOptions store = EventStoreOptions.Default;

    /// <summary>The defaults.</summary>
    public static SqliteStoreOptions Default { get; } = new();

    /// <summary>What an acknowledged append survives. The default is <see cref="Durability.Full"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the names.</exception>
    public Durability Durability
    {
        get => durability;
        init => durability = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Durability), value, $"{nameof(Durability)} is {nameof(Durability.Full)} or {nameof(Durability.Normal)}.");
    }

    /// <summary>How long to wait at the most for the locks of other processes, then <see cref="StoreBusyException"/>. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than a day.</exception>
    public TimeSpan BusyTimeout
    {
        get => busyTimeout;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(BusyTimeout));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Longest, nameof(BusyTimeout));
            busyTimeout = value;
        }
    }

    /// <summary>How many reads may run at the same time, each on a connection of its own; further ones wait. The default is 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int ReaderConnections
    {
        get => readerConnections;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(ReaderConnections));
            readerConnections = value;
        }
    }

    /// <summary>
    /// How often a waiting <see cref="IEventLog.WaitAsync"/> looks for appends of other processes; those of this store are seen
    /// at once. The default is 50 milliseconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is below one millisecond or longer than a day.</exception>
    public TimeSpan ChangePollingInterval
    {
        get => changePollingInterval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1), nameof(ChangePollingInterval));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Longest, nameof(ChangePollingInterval));
            changePollingInterval = value;
        }
    }

    /// <summary>
    /// How many appends may wait for the writer, and how many one transaction takes at the most; further callers wait for a place.
    /// The default is 1,024.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int QueueCapacity
    {
        get => queueCapacity;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(QueueCapacity));
            queueCapacity = value;
        }
    }

    /// <summary>Operators for <see cref="Field{T}.Custom"/>, by their names: a condition in SQL with <c>{field}</c> and <c>{value}</c>, such as
    /// <c>{field} LIKE {value}</c>. Field and value are texts in sortable form, or null. The default is none.</summary>
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
}
