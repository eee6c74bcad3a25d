using System.Collections.Concurrent;

namespace Foldstream.TestKit;

/// <summary>Subscriptions run while many write: each committed event is handled once and in order, those that are refused never, and every document counts to the number of its events.</summary>
public abstract class SubscriptionRaces<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Writers = 6;

    [Fact]
    public async Task Each_committed_event_is_handled_once_and_in_order()
    {
        var whole = new Listener("whole");
        var parts = new Listener("parts");
        var batches = new Listener("batches", takesBatches: true);
        await using var running = await Store.RunAsync(
            run => run
                .Subscribe(whole, options: Quick with { BatchSize = 7 })
                .Subscribe(parts, options: Quick with { Partitions = 3, BatchSize = 11 })
                .Subscribe(batches, options: Quick with { BatchSize = 64, BatchWindow = TimeSpan.FromMilliseconds(2) })
                .Add(Ledger.Part(Store, new Ledger(Store), Quick)),
            Cancellation);
        var committed = new ConcurrentBag<Guid>();
        await AppendAllAsync(Sample.Stream("first"), ExpectedVersion.NoStream, Sample.Events(1), committed);
        using var written = new CancellationTokenSource();
        var holding = Task.Run(() => HoldTransactionsAsync(written.Token), Cancellation);
        var outcomes = await RaceRounds.RunAsync(Writers, writer => WriteAsync(writer, committed));
        await written.CancelAsync();
        await holding;
        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        await CaughtUpAsync(running);
        var log = await Store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(committed.Order(), log.Select(recorded => recorded.Id).Order());
        Assert.Equal(log.Select(recorded => recorded.Id), whole.Handled.Select(context => context.Id));
        Assert.Equal(log.Select(recorded => recorded.Id), batches.Handled.Select(context => context.Id));
        await AssertHandledOnceInOrderAsync(parts.Handled);
        foreach (var stream in log.GroupBy(recorded => recorded.Stream.Id))
            Assert.Equal(stream.Count(), Pots.AmountOf(Assert.Single(await Store.LoadDocumentsAsync(Pots.Live, [stream.Key], Cancellation))));
    }

    /// <summary>Appends after random pauses to a stream of one's own, one that all share, and one at a version that may be stale.</summary>
    private async Task<int> WriteAsync(int writer, ConcurrentBag<Guid> committed)
    {
        var random = new Random(writer);
        for (var round = 0; round < RaceRounds.Count; round++)
        {
            await AppendAllAsync(Sample.Stream($"writer-{writer}"), ExpectedVersion.Any, Sample.Events(random.Next(1, 4)), committed);
            await AppendAllAsync(Sample.Stream("shared"), ExpectedVersion.Any, Sample.Events(1), committed);
            if (random.Next(2) == 0)
                await Task.Delay(random.Next(3), Cancellation);
            if (Store is IMultiStreamAppend many)
                await AppendToManyAsync(many, writer, committed);
            await AppendAllAsync(Sample.Stream("contended"), round == 0 ? ExpectedVersion.NoStream : ExpectedVersion.Exactly(round - 1), Sample.Events(1), committed);
        }

        return writer;
    }

    private static async Task AppendToManyAsync(IMultiStreamAppend many, int writer, ConcurrentBag<Guid> committed)
    {
        StreamAppend[] appends =
        [
            .. from stream in (string[])["shared", $"writer-{writer}", $"writer-{(writer + 1) % Writers}"]
               select new StreamAppend(Sample.Stream(stream), ExpectedVersion.Any, Sample.Events(1)),
        ];
        await many.AppendAsync(appends, Cancellation);
        foreach (var append in appends)
            committed.Add(append.Events[0].Id!.Value);
    }

    /// <summary>Holds transactions open for random times, some of which keep appends out, and rolls all of them back.</summary>
    private async Task HoldTransactionsAsync(CancellationToken written)
    {
        var random = new Random(1);
        var head = (await Store.HeadAsync(Cancellation))!.Value;
        while (!written.IsCancellationRequested)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Store.TransactAsync(
                async (transaction, cancellation) =>
                {
                    await transaction.WriteAsync(new DocumentChanges(Pots.Live, [Pots.Write("rolled-back", 1, head)], []), cancellation);
                    await Task.Delay(random.Next(4), cancellation);
                    throw new InvalidOperationException("rolled back");
                },
                excludesAppends: random.Next(2) == 0,
                Cancellation).AsTask());
            await Task.Delay(random.Next(10), Cancellation);
        }

        Assert.Empty(await Store.LoadDocumentsAsync(Pots.Live, ["rolled-back"], Cancellation));
    }

    private async Task AppendAllAsync(StreamId stream, ExpectedVersion condition, EventData[] events, ConcurrentBag<Guid> committed)
    {
        try
        {
            await AppendIfAsync(stream, condition, events);
        }
        catch (WriteConditionException)
        {
            return;
        }

        foreach (var item in events)
            committed.Add(item.Id!.Value);
    }
}
