namespace Foldstream.Sqlite;

/// <summary>Changes whatever a store keeps, inside the transaction of the one connection that writes.</summary>
internal sealed class StoreWriter
{
    private readonly Connection connection;
    private readonly TimeProvider clock;
    private readonly Guid store;

    public StoreWriter(Connection connection, Guid store, SqliteStoreOptions options)
    {
        this.connection = connection;
        this.store = store;
        clock = options.Store.Clock;
        Tables = new StoreTables(connection, store, options.QueryOperators);
        Guard = new InlineGuard(connection, Tables.Projections, Inline);
        Events = new EventWriter(connection, store, options.Store, Guard);
        Documents = new DocumentWriter(connection, store);
    }

    /// <summary>The projections that this process runs inside of appends.</summary>
    public InlineProjections Inline { get; } = new();

    public StoreTables Tables { get; }

    public InlineGuard Guard { get; }

    public EventWriter Events { get; }

    public DocumentWriter Documents { get; }

    public bool InTransaction => connection.InTransaction;

    public DateTimeOffset Now => StoredTime.Normalize(clock.GetUtcNow());

    /// <summary>To be called at the begin of each transaction.</summary>
    /// <param name="isShared">Whether several have a part in it.</param>
    public void Begin(bool isShared)
    {
        Events.IsShared = isShared;
        Guard.Look();
    }

    /// <summary>Gives a position as it is, where it is of this store.</summary>
    /// <exception cref="ForeignPositionException">It belongs to another store.</exception>
    public GlobalPosition? Checked(GlobalPosition? position)
    {
        _ = position?.In(store);
        return position;
    }

    public ProjectionState Prepare(ProjectionDefinition projection, string fingerprint, bool isShadow)
    {
        // First, because it refuses what is no name.
        _ = DocumentPlace.Table(new DocumentCollection(projection.Name));
        Guard.Forget();
        Tables.Projections.Prepare(projection, new ProjectionState(projection.Name, Lifecycle.Async, fingerprint, Now));
        Documents.Prepare(projection, isShadow, Tables.Projections);
        return Tables.Projections.Find(projection.Name)!;
    }

    public void SaveState(ProjectionDefinition projection, ProjectionState state)
    {
        Guard.Forget();
        Tables.Projections.Save(projection, state);
    }

    public void Promote(ProjectionState state)
    {
        Guard.Forget();
        Documents.Promote(state.Name);
        Tables.Projections.Save(state);
    }

    public bool ForgetProjection(string name)
    {
        var live = new DocumentCollection(name);
        Guard.Forget();
        Documents.Drop(live);
        Documents.Drop(live.Shadow);
        return Tables.Projections.Delete(name);
    }

    /// <exception cref="PartitionLostException">The token is no longer valid; nothing was changed.</exception>
    /// <exception cref="DeadLetterGoneException">A letter that the step settles is gone; nothing was changed.</exception>
    public bool Advance(Progress progress)
    {
        foreach (var eventId in progress.Settled)
        {
            if (!Tables.DeadLetters.Holds(progress.Subscription, eventId))
                throw new DeadLetterGoneException(progress.Subscription, eventId);
        }

        foreach (var letter in progress.DeadLetters)
            Checked(letter.Position);
        Tables.Checkpoints.Advance(progress, Now);
        foreach (var eventId in progress.Settled)
            Tables.DeadLetters.Delete(progress.Subscription, eventId);
        foreach (var letter in progress.DeadLetters)
            Tables.DeadLetters.Save(letter);
        return true;
    }

    /// <exception cref="PartitionLostException">A token is no longer valid; nothing was changed.</exception>
    public IReadOnlyList<Checkpoint> Restart(string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens) =>
        Tables.Checkpoints.Restart(subscription, partitions, Checked(position), expectedTokens, Now);

    public bool ForgetSubscription(string subscription)
    {
        Tables.DeadLetters.Delete(subscription);
        Tables.Leases.DeleteNodes(subscription);
        return Tables.Checkpoints.Delete(subscription);
    }

    /// <summary>Forgets what was read in a transaction that was rolled back.</summary>
    public void Forget()
    {
        Events.Forget();
        Guard.Forget();
    }
}
