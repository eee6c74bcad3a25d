namespace Foldstream;

/// <summary>Reads a partition page by page, one page ahead of who handles them; never more, so that memory stays bounded and a slow handler slows reading.</summary>
internal sealed class PageReader : IAsyncDisposable
{
    private readonly SubscriptionContext context;
    private readonly ISubscriptionWork work;
    private readonly GlobalPosition? until;
    private readonly CancellationToken stopping;
    private readonly LogRange range;
    private readonly List<TakenEvent>[] lists = [[], []];
    private int turn;
    private PositionBox head = new(null);
    private Task<SubscriptionPage>? ahead;

    public PageReader(SubscriptionContext context, ISubscriptionWork work, Checkpoint held, GlobalPosition? until, CancellationToken stopping)
    {
        this.context = context;
        this.work = work;
        this.until = until;
        this.stopping = stopping;
        Through = held.Position;
        range = RangeOf(context, held);
    }

    /// <summary>Up to where pages were given.</summary>
    public GlobalPosition? Through { get; private set; }

    /// <summary>The last event of the store that is known.</summary>
    public GlobalPosition? Head => Volatile.Read(ref head).Position;

    /// <summary>What is read for a partition, page by page.</summary>
    public static LogRange RangeOf(SubscriptionContext context, Checkpoint held)
    {
        var interest = context.Part.Interest;
        return new LogRange
        {
            Category = interest.Category,
            EventNames = interest.EventNames,
            Stream = interest.Stream,
            Partition = held.Partitions == 1 ? null : PartitionRange.Of(held.Partition, held.Partitions),
            Limit = context.Options.BatchSize,
        };
    }

    /// <summary>The next page; null where the store has nothing more.</summary>
    public async ValueTask<SubscriptionPage?> NextAsync()
    {
        var reading = ahead ?? ReadAsync(Through);
        ahead = null;
        var page = await reading.ConfigureAwait(false);
        if (page.Through == Through)
            return null;
        Through = page.Through;
        if (!page.ReachedHead)
            ahead = Task.Run(() => ReadAsync(page.Through), stopping);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (ahead is not null)
            await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<SubscriptionPage> ReadAsync(GlobalPosition? after)
    {
        // Taken in turn: one is handled while the other is filled.
        var events = lists[turn ^= 1];
        events.Clear();
        var page = await ReadOnceAsync(after, range.Limit!.Value, events).ConfigureAwait(false);
        return context.Options.BatchWindow > TimeSpan.Zero && page.ReachedHead && page.Events.Count > 0 && until is null
            ? await FillAsync(page).ConfigureAwait(false)
            : page;
    }

    private async Task<SubscriptionPage> ReadOnceAsync(GlobalPosition? after, long limit, List<TakenEvent> events)
    {
        if (Head is null || !(after < Head))
            Volatile.Write(ref head, new PositionBox(until ?? await context.Store.HeadAsync(stopping).ConfigureAwait(false)));
        var end = Head;
        if (end is null || !(after is null || after < end))
            return new SubscriptionPage([], after, ReachedHead: true);
        var taking = new PageTaking(work, (int)limit, events);
        await context.Store.ReadAsync(range with { After = after, UpTo = end, Limit = limit }, taking, stopping).ConfigureAwait(false);
        var isFull = taking.IsFull(out var last) && last < end;
        return new SubscriptionPage(events, isFull ? last : end, !isFull);
    }

    /// <summary>Waits until a page is full, or its window is over.</summary>
    private async Task<SubscriptionPage> FillAsync(SubscriptionPage page)
    {
        using var window = new CancellationTokenSource(context.Options.BatchWindow, context.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(window.Token, stopping);
        var filled = page;
        try
        {
            while (filled.ReachedHead && filled.Events.Count < range.Limit)
            {
                await context.Store.WaitAsync(filled.Through, end.Token).ConfigureAwait(false);
                var more = await ReadOnceAsync(filled.Through, range.Limit.Value - filled.Events.Count, []).ConfigureAwait(false);
                filled = new SubscriptionPage([.. filled.Events, .. more.Events], more.Through, more.ReachedHead);
            }
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The window is over.
        }

        return filled;
    }
}
