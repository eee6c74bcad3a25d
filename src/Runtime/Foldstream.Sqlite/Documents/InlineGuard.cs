namespace Foldstream.Sqlite;

/// <summary>Knows, inside the writer's transaction, which projections are inline in this file, whoever made them so, and refuses events that would pass them by.</summary>
/// <remarks>They are read again only when another connection has committed something or this one has changed them: a transaction costs one look at a counter in memory.</remarks>
internal sealed class InlineGuard(Connection connection, ProjectionTable projections, InlineProjections running)
{
    private readonly Statement dataVersion = connection.Prepare("PRAGMA data_version");
    private IReadOnlyList<GuardedProjection> inline = [];
    private bool isKnown;
    private long seen;

    /// <summary>What the store knows of the projections that are inline.</summary>
    public IReadOnlyCollection<ProjectionState> States => [.. inline.Select(projection => projection.State)];

    /// <summary>Looks anew, if need be; called once for each transaction, before anything is stored in it.</summary>
    public void Look()
    {
        var version = DataVersion();
        if (isKnown && version == seen)
            return;
        inline = projections.ReadInline();
        (isKnown, seen) = (true, version);
    }

    /// <summary>Forgets what was read: this connection changes it, or takes a change back.</summary>
    public void Forget() => isKnown = false;

    /// <summary>Lets appends pass together with others, where no projection is inline that takes their events.</summary>
    /// <exception cref="GoesAloneException">A projection of this process takes them, and has become inline since the append was begun.</exception>
    /// <exception cref="InlineProjectionMissingException">A projection takes them that this process does not run.</exception>
    public void CheckTogether(ReadOnlySpan<StreamAppend> appends)
    {
        // The usual case, without an enumerator.
        if (inline.Count == 0)
            return;
        CheckAlone(appends);
        foreach (var projection in inline)
        {
            if (Concerns(projection, appends))
                throw new GoesAloneException();
        }
    }

    /// <summary>Lets appends pass that are applied to the projections of this process.</summary>
    /// <exception cref="InlineProjectionMissingException">A projection takes them that this process does not run.</exception>
    public void CheckAlone(ReadOnlySpan<StreamAppend> appends)
    {
        if (inline.Count == 0)
            return;
        var names = running.Names;
        foreach (var projection in inline)
        {
            if (Concerns(projection, appends) && !names.Contains(projection.State.Name, StringComparer.Ordinal))
                throw new InlineProjectionMissingException(projection.State.Name);
        }
    }

    private static bool Concerns(GuardedProjection projection, ReadOnlySpan<StreamAppend> appends)
    {
        foreach (var append in appends)
        {
            if (projection.Concerns(append))
                return true;
        }

        return false;
    }

    private long DataVersion()
    {
        using var use = dataVersion.Begin();
        dataVersion.Step();
        return dataVersion.Int64(0);
    }
}
