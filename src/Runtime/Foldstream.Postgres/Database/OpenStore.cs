using Npgsql;

namespace Foldstream.Postgres;

/// <summary>The parts of an open store, and how they hang together.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly bool ownsSource;
    private readonly ChangeSignal hints = new();
    private readonly Notifier? notifier;

    private OpenStore(Database database, bool ownsSource)
    {
        this.ownsSource = ownsSource;
        Database = database;
        var rows = new EventRows(database.Facts.Identity, database.Facts.Payload);
        var statements = new AppendStatements(database.Schema, database.Facts);
        var sessions = new AppendSessions(database, statements);
        var query = new EventQuery(database.Schema);
        var pages = new PageReader(database, rows);
        var safe = new SafePosition(database);
        var listener = database.Options.Notifications ? new NotificationListener(database, hints) : null;
        notifier = database.Options.Notifications ? new Notifier(database) : null;
        Sender = database.Options.GroupCommit ? new GroupCommit(sessions, database.Options) : new DirectSender(sessions);
        MultiStream = new MultiStreamSender(database, statements);
        Lookup = new AppendLookup(database, rows);
        Appends = new AppendRun(database, Lookup);
        Single = new SingleAppendRun(database, Appends, Sender);
        Streams = new StreamReads(database, query, pages);
        Log = new LogReads(database, query, pages, safe);
        var parts = new ReadModelParts(database);
        Transactions = new ReadModelTransactions(parts, safe);
        Documents = new DocumentReads(parts);
        Queries = new DocumentQueries(parts, Documents);
        Projections = new ProjectionCatalog(parts, Transactions);
        Checkpoints = new CheckpointStore(parts, Transactions);
        Leases = new LeaseStore(database, parts.Checkpoints);
        Snapshots = new SnapshotRows(database);
        InlineAppends = new InlineAppends(parts, MultiStream, Inline);
        Watch = new LogWatch(database, Log, hints, listener);
        Health = new HealthCheck(database, safe, listener);
    }

    public Database Database { get; }

    public IAppendSender Sender { get; }

    public MultiStreamSender MultiStream { get; }

    public AppendLookup Lookup { get; }

    public AppendRun Appends { get; }

    public SingleAppendRun Single { get; }

    public StreamReads Streams { get; }

    public LogReads Log { get; }

    public LogWatch Watch { get; }

    public InlineProjections Inline { get; } = new();

    public InlineAppends InlineAppends { get; }

    public ReadModelTransactions Transactions { get; }

    public DocumentReads Documents { get; }

    public DocumentQueries Queries { get; }

    public ProjectionCatalog Projections { get; }

    public CheckpointStore Checkpoints { get; }

    public LeaseStore Leases { get; }

    public SnapshotRows Snapshots { get; }

    public HealthCheck Health { get; }

    public static async Task<OpenStore> OpenAsync(
        NpgsqlDataSource source, bool ownsSource, PostgresStoreOptions? options, CancellationToken cancellationToken)
    {
        var settings = options ?? PostgresStoreOptions.Default;
        var schema = new SchemaName(settings.Schema);
        var address = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        var faults = new StoreFaults($"PostgreSQL store '{address.Host}/{address.Database}/{schema.Name}'", settings)
        {
            ConnectionTimeout = TimeSpan.FromSeconds(address.Timeout),
        };
        // The facts are not known yet, and nothing that runs before them needs them.
        var database = new Database(source, schema, null!, settings, faults);
        var facts = await database.TryAsync(
            async _ => await new SchemaSetup(source, schema, settings, faults).RunAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return new OpenStore(database with { Facts = facts }, ownsSource);
    }

    public void TellOfAppend()
    {
        hints.Raise();
        notifier?.Tell();
    }

    public async ValueTask DisposeAsync()
    {
        if (Sender is IAsyncDisposable ending)
            await ending.DisposeAsync().ConfigureAwait(false);
        await Watch.DisposeAsync().ConfigureAwait(false);
        if (notifier is not null)
            await notifier.DisposeAsync().ConfigureAwait(false);
        if (ownsSource)
            await Database.Source.DisposeAsync().ConfigureAwait(false);
    }
}
