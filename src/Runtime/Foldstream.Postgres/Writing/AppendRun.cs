using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Takes appends from their conditions to their results, whatever refusals and faults come in between.</summary>
internal sealed class AppendRun(Database database, AppendLookup lookup)
{
    private const string EventIdConstraint = "events_event_id_key";
    private const string VersionConstraint = "events_stream_version_key";

    /// <summary>Stores appends that belong together by a way of sending them.</summary>
    /// <param name="appends">The appends; several are stored all or none.</param>
    /// <param name="send">Sends them; an answer is null where the server's part of its condition does not hold, and then none is stored.</param>
    /// <param name="within">The user's own connection; null for one of the store's.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public ValueTask<IReadOnlyList<AppendResult>> RunAsync(
        IReadOnlyList<StreamAppend> appends, Send send, NpgsqlConnection? within, CancellationToken cancellationToken) =>
        RunAsync([.. appends.Select(append => new PendingAppend(append, database.Options.Store))], send, within, cancellationToken);

    /// <inheritdoc cref="RunAsync(IReadOnlyList{StreamAppend}, Send, NpgsqlConnection?, CancellationToken)"/>
    public async ValueTask<IReadOnlyList<AppendResult>> RunAsync(
        PendingAppend[] pending, Send send, NpgsqlConnection? within, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= database.Options.ConditionAttempts; attempt++)
        {
            var results = within is null
                ? await database.TryAsync(mayBeStored => TryOnceAsync(pending, send, null, mayBeStored, cancellationToken), cancellationToken).ConfigureAwait(false)
                : await TryOnceAsync(pending, send, within, false, cancellationToken).ConfigureAwait(false);
            if (results is not null)
                return results;
        }

        throw new StoreBusyException(
            database.Faults.Store,
            TimeSpan.Zero,
            $"Nothing was appended to stream {pending[0].Stream}: others wrote to it between each of "
                + $"{nameof(PostgresStoreOptions)}.{nameof(PostgresStoreOptions.ConditionAttempts)} ({database.Options.ConditionAttempts}) decisions of its condition and the append. Try again.");
    }

    /// <summary>Sends appends under the expectations that the server checks.</summary>
    public delegate ValueTask<StoredAppend?[]> Send(PendingAppend[] appends, ExpectedVersion[] expected, CancellationToken cancellationToken);

    private async ValueTask<IReadOnlyList<AppendResult>?> TryOnceAsync(
        PendingAppend[] appends, Send send, NpgsqlConnection? within, bool mayBeStored, CancellationToken cancellationToken)
    {
        try
        {
            if (await DecideAsync(appends, within, cancellationToken).ConfigureAwait(false) is { } expected)
            {
                var answers = await send(appends, expected, cancellationToken).ConfigureAwait(false);
                if (Array.TrueForAll(answers, answer => answer is not null))
                    return [.. appends.Select((append, index) => append.Result(answers[index]!.Value, database.Facts.Identity))];
            }
        }
        catch (PostgresException error) when (error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: EventIdConstraint })
        {
            return await FindEarlierAsync(appends, within, mayBeStored, cancellationToken).ConfigureAwait(false)
                ?? throw await DuplicateAsync(appends, within, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: VersionConstraint })
        {
            throw new CorruptStoreException(
                database.Faults.Store,
                $"The row of stream {appends[0].Stream} in {database.Faults.Store} is behind its events: somebody changed the table 'streams' by hand. "
                    + "Nothing was stored; set the row's version to that of the stream's last event.",
                error);
        }

        return await ExplainRefusalAsync(appends, within, mayBeStored, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the server is to expect: a condition that only the client can decide becomes the version that it was decided on; null where one does not hold.</summary>
    private async ValueTask<ExpectedVersion[]?> DecideAsync(PendingAppend[] appends, NpgsqlConnection? within, CancellationToken cancellationToken)
    {
        var expected = new ExpectedVersion[appends.Length];
        for (var index = 0; index < appends.Length; index++)
        {
            var append = appends[index].Append;
            if (append.Condition is ExpectedVersion version)
            {
                expected[index] = version;
                continue;
            }

            var (head, closed) = await lookup.HeadAsync(append.Stream, within, cancellationToken).ConfigureAwait(false);
            if (closed || !append.Condition.IsMetBy(head))
                return null;
            expected[index] = ExpectedVersion.Exactly(head.Version);
        }

        return expected;
    }

    /// <summary>The results of the same appends where they are stored already; throws what refused them; null where nothing does any more.</summary>
    private async ValueTask<IReadOnlyList<AppendResult>?> ExplainRefusalAsync(
        PendingAppend[] appends, NpgsqlConnection? within, bool mayBeStored, CancellationToken cancellationToken)
    {
        if (await FindEarlierAsync(appends, within, mayBeStored, cancellationToken).ConfigureAwait(false) is { } earlier)
            return earlier;
        var heads = new StreamHead[appends.Length];
        for (var index = 0; index < appends.Length; index++)
        {
            (heads[index], var closed) = await lookup.HeadAsync(appends[index].Stream, within, cancellationToken).ConfigureAwait(false);
            if (closed)
                throw new StreamClosedException(appends[index].Stream, heads[index].Version);
        }

        for (var index = 0; index < appends.Length; index++)
            appends[index].Append.Condition.Check(heads[index]);
        return null;
    }

    private async ValueTask<IReadOnlyList<AppendResult>?> FindEarlierAsync(
        PendingAppend[] appends, NpgsqlConnection? within, bool mayBeStored, CancellationToken cancellationToken)
    {
        // Ids that this store gave are looked for only where this very call may have stored them.
        StreamAppend[] looked = [.. appends.Select(append => mayBeStored ? append.WithIds() : append.Append)];
        var found = await lookup.FindAsync(looked, within, cancellationToken).ConfigureAwait(false);
        var earlier = RepeatedAppend.Find(looked, id => found.GetValueOrDefault(id));
        return mayBeStored ? earlier?.Select(result => result with { AlreadyStored = false }).ToArray() : earlier;
    }

    private async ValueTask<FoldstreamException> DuplicateAsync(PendingAppend[] appends, NpgsqlConnection? within, CancellationToken cancellationToken)
    {
        var found = await lookup.FindAsync([.. appends.Select(append => append.WithIds())], within, cancellationToken).ConfigureAwait(false);
        var append = appends.FirstOrDefault(candidate => candidate.Ids.Any(found.ContainsKey)) ?? appends[0];
        var id = append.Ids.FirstOrDefault(found.ContainsKey, append.Ids.GroupBy(id => id).MaxBy(same => same.Count())!.Key);
        return new DuplicateEventException(append.Stream, id, "was given by the id source and is there already");
    }
}
