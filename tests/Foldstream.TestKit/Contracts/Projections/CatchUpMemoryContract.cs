namespace Foldstream.TestKit;

/// <summary>A projection that goes through a long log holds a bounded part of it: 100,000 events, or 1,000,000 at length. To be run alone: others would be measured with it.</summary>
public abstract class CatchUpMemoryContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    // All events at once would take more than 300 bytes each: 30 MB briefly, 300 MB at length.
    private const long Bound = 8 << 20;
    private const int EventsOfAppend = 1000;

    private static readonly int Events = RaceRounds.IsLong ? 1_000_000 : 100_000;

    [Fact]
    public async Task Catching_up_with_a_long_log_holds_a_bounded_part_of_it()
    {
        await FillAsync();
        // What is made once for all, such as compiled code and connections, is there before.
        await RunToEndAsync(run => run.Project<PayerBalance<BehindDoubled>>(Lifecycle.Async));
        await Store.ForgetProjectionAsync(PayerBalance<BehindDoubled>.Definition.Name, Cancellation);
        await Store.ForgetAsync(PayerBalance<BehindDoubled>.Definition.Name, Cancellation);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, looks) = (0L, 0);
        await using (var running = await RunAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async)))
        {
            var end = running.CaughtUpAsync(cancellationToken: Cancellation);
            for (; !end.IsCompleted; looks++)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            await end;
        }

        Assert.True(looks > 3, $"It was looked at {looks} times only.");
        Assert.True(most < Bound, $"It held {most / 1024} KB more after one of {looks} collections.");
        Assert.Equal(Events, await BalanceAsync<BehindAppends>("ann") + await BalanceAsync<BehindAppends>("bob"));
    }

    [Fact]
    public async Task Holding_all_events_would_be_seen()
    {
        await FillAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var copies = await Store.ReadLogAsync(cancellationToken: Cancellation).Take(100_000).Select(recorded => recorded.Data.ToArray()).ToListAsync(Cancellation);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before > 2 * Bound);
        Assert.Equal(100_000, copies.Count);
    }

    private async Task FillAsync()
    {
        // A long purpose makes an event of a realistic size.
        var events = Enumerable.Repeat(new Payment(1, new string('x', 180)).Event(), EventsOfAppend).ToArray();
        for (var append = 0; append < Events / EventsOfAppend; append++)
            await AppendAsync(Payment.By(append % 2 == 0 ? "ann" : "bob"), events);
    }
}
