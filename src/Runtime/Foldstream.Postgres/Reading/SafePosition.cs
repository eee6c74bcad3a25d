using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Finds the position up to which nothing can appear any more: what a reader of the log may read without ever skipping.</summary>
/// <remarks>
/// <para>A position is drawn from the sequence before its commit, so a later one can become visible first. Therefore an append registers
/// before it draws: it holds a shared advisory lock whose key, its floor, is the sequence's last value of that time.</para>
/// <para>Here the last value h is taken first, then the lowest floor; safe is the lower of the two. Events up to it are read by a later
/// statement in a transaction of its own, and so from a later snapshot. Why none is skipped: a position up to h was drawn before h was
/// taken, and its append registered before that with a lower floor. When the floors are taken, either it is still registered, and safe
/// stays below it; or it has ended, and the later snapshot sees what it committed.</para>
/// <para>A key has 31 bits of the floor; the floor is the number nearest to h with these bits. A floor above h comes from one that
/// registered after h was taken, and holds nothing back.</para>
/// <para>A position that was safe stays safe, so readers that are behind need not ask for each page. An append may register a floor below it all
/// the same, where it took the last value before others drew theirs, and draw above it: so what was learned counts beside the floors, or a reader
/// that was told of the log's end would be given less. When a connection fails it is in doubt: behind it there may be another server. One whose
/// sequence is as far clears the doubt; on one that is behind, what was learned is forgotten.</para>
/// </remarks>
internal sealed class SafePosition(Database database)
{
    /// <summary>Keys are floors modulo this number.</summary>
    public const long Wrap = 1L << 31;

    private static readonly string Wrapping = Wrap.ToString(System.Globalization.CultureInfo.InvariantCulture);
    private long known = long.MinValue;
    private volatile bool isInDoubt;
    private Held? held;

    /// <summary>The highest position that is known to be safe, without asking the server.</summary>
    public long Known => Math.Max(isInDoubt ? long.MinValue : Interlocked.Read(ref known), Volatile.Read(ref held)?.Position ?? long.MinValue);

    /// <summary>Trusts nothing of before until the server was asked again.</summary>
    public void Doubt() => isInDoubt = true;

    /// <summary>
    /// Up to this position everything is stored or will never be, because a transaction of this store keeps appends out: those that wait for it may have
    /// registered already, with lower floors, but have drawn no position yet.
    /// </summary>
    public Held Hold(long position)
    {
        var now = new Held(position);
        Volatile.Write(ref held, now);
        return now;
    }

    /// <summary>Ends what <see cref="Hold"/> began.</summary>
    public void Release(Held ended) => Interlocked.CompareExchange(ref held, null, ended);

    /// <summary>A position that is safe for as long as a transaction keeps appends out.</summary>
    public sealed record Held(long Position);

    /// <summary>The floor of a key: the number nearest to a position whose lowest 31 bits it is.</summary>
    public static long Nearest(long position, long key)
    {
        var ahead = (((key - position) % Wrap) + Wrap + (Wrap / 2)) % Wrap;
        return position + ahead - (Wrap / 2);
    }

    /// <summary>Asks the server.</summary>
    /// <exception cref="StoreUnavailableException">The server is a standby, where registrations of writers cannot be seen.</exception>
    public async ValueTask<Progress> AskAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var before = Interlocked.Read(ref known);
        var command = database.Command(connection, Text);
        await using var disposing = command.ConfigureAwait(false);
        command.Parameters.AddInt64((long)unchecked((uint)database.Facts.LockClass));
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var reading = reader.ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (reader.GetBoolean(1))
            throw new StoreUnavailableException(
                database.Faults.Store,
                $"{database.Faults.Store} is a standby: a feed would skip events there, because the registrations of writers do not reach it. "
                    + "Say 'Target Session Attributes=primary' in the connection string.");
        var drawn = reader.GetInt64(0);
        ClearDoubt(before, drawn);
        var safe = Math.Max(Known, reader.IsDBNull(2) ? drawn : Math.Min(drawn, reader.GetInt64(2)));
        Remember(safe);
        return new Progress(drawn, safe);
    }

    /// <summary>The last position drawn, and the safe one.</summary>
    public readonly record struct Progress(long Drawn, long Safe)
    {
        public bool IsHeldBack => Safe < Drawn;
    }

    // The subquery depends on h, so that the locks are looked at after h was taken.
    private string Text { get; } =
        $"""
        WITH h AS MATERIALIZED (SELECT last_value AS v FROM {database.Schema.Quoted}.positions)
        SELECT h.v, pg_catalog.pg_is_in_recovery(), (
            SELECT min(h.v + ((l.objid::bigint - h.v) % {Wrapping} + {Wrapping} + {Wrapping} / 2) % {Wrapping} - {Wrapping} / 2)
            FROM pg_catalog.pg_locks l
            WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.classid::bigint = $1
                AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
        FROM h
        """;

    private void ClearDoubt(long before, long drawn)
    {
        if (!isInDoubt)
            return;
        // The server has gone back behind what it had told.
        if (drawn < before)
            Interlocked.CompareExchange(ref known, long.MinValue, before);
        isInDoubt = false;
    }

    private void Remember(long safe)
    {
        for (var before = Interlocked.Read(ref known); safe > before; before = Interlocked.Read(ref known))
        {
            if (Interlocked.CompareExchange(ref known, safe, before) == before)
                return;
        }
    }
}
