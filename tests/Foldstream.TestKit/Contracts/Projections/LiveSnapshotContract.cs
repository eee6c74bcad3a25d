namespace Foldstream.TestKit;

/// <summary>A live projection resumes from a kept state, and does without one that is of no use.</summary>
public abstract class LiveSnapshotContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore, ISnapshotStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly LiveOptions Every3 = new() { SnapshotEvery = 3 };

    private static readonly SnapshotKey AnnsState = new("projection/balances-behind", "payer/ann");

    [Fact]
    public async Task A_state_is_kept_when_enough_events_came()
    {
        await PayAsync("ann", 1, "food");
        await PayAsync("ann", 1, "food");
        await FoldAnnAsync();
        Assert.Null(await Store.FindSnapshotAsync(AnnsState, Cancellation));
        await PayAsync("ann", 1, "food");
        await FoldAnnAsync();
        Assert.Equal((2, "balances 1"), await AnnsPlaceAsync());
        await PayAsync("ann", 1, "food");
        Assert.Equal(4, (await FoldAnnAsync()).Single!.Balance);
        Assert.Equal((2, "balances 1"), await AnnsPlaceAsync());
    }

    [Fact]
    public async Task A_fold_resumes_from_the_kept_state()
    {
        for (var payment = 0; payment < 4; payment++)
            await PayAsync("ann", 1, "food");
        await FoldAnnAsync();
        await TamperAsync(AnnsState, text => text.Replace("payer/ann", "payer/eve", StringComparison.Ordinal));
        await PayAsync("ann", 1, "food");
        var resumed = await FoldAnnAsync();
        Assert.Equal((5, 5), (resumed.Single!.Balance, resumed.Events));
        // Seen by what only the kept state says.
        Assert.Null(resumed.Find("ann")!.Metadata.Source);
        Assert.Equal(5, resumed.Find("ann")!.Metadata.Version);
    }

    [Fact]
    public async Task All_documents_of_a_range_are_resumed()
    {
        for (var payment = 0; payment < 20; payment++)
        {
            await PayAsync($"payer-{payment % 4}", 1, $"purpose-{payment % 3}");
            var live = await Store.ProjectAsync<PurposeReport<Behind>>(options: Every3, cancellationToken: Cancellation);
            Assert.Equal((await PlainFoldAsync()).Reports, PlainFold.Lines(live));
            Assert.Equal(payment + 1, live.Events);
        }
    }

    [Fact]
    public async Task A_state_of_another_fold_or_of_no_fold_is_left_aside()
    {
        for (var payment = 0; payment < 3; payment++)
            await PayAsync("ann", 1, "food");
        await FoldAnnAsync();
        Assert.Equal(6, (await Store.ProjectAsync<PayerBalance<BehindDoubled>>(Payment.By("ann"), options: Every3, cancellationToken: Cancellation)).Single!.Balance);
        Assert.Equal((2, "balances 2"), await AnnsPlaceAsync());
        foreach (var bad in new[] { "", "[]", "{}", """{"documents":[{"id":"ann"}]}""", """{"events":3,"documents":[{"id":"ann","tenant":"","content":"AAAA"}]}""" })
        {
            await Store.DeleteSnapshotAsync(AnnsState, Cancellation);
            await Store.SaveSnapshotAsync(AnnsState, new StoredSnapshot(1, "balances 1", System.Text.Encoding.UTF8.GetBytes(bad), Clock.Now), Cancellation);
            Assert.Equal(3, (await FoldAnnAsync()).Single!.Balance);
        }
    }

    [Fact]
    public async Task A_state_that_is_ahead_of_its_stream_is_left_aside()
    {
        for (var payment = 0; payment < 3; payment++)
            await PayAsync("ann", 1, "food");
        await FoldAnnAsync();
        var kept = await Store.FindSnapshotAsync(AnnsState, Cancellation);
        await Store.SaveSnapshotAsync(AnnsState, kept! with { Place = 17 }, Cancellation);
        await PayAsync("ann", 1, "food");
        Assert.Equal(4, (await FoldAnnAsync()).Single!.Balance);
    }

    [Fact]
    public async Task Sources_whose_state_cannot_be_kept_are_refused()
    {
        await PayAsync("ann", 1, "food");
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.ProjectAsync<PayerBalance<Behind>>(Payment.By("ann"), AsOf.Version(0), Every3, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.ProjectAsync<PayerBalance<Behind>>(new LogRange { Limit = 1 }, Every3, Cancellation));
    }

    private ValueTask<LiveProjection<PayerBalance<Behind>>> FoldAnnAsync() =>
        Store.ProjectAsync<PayerBalance<Behind>>(Payment.By("ann"), options: Every3, cancellationToken: Cancellation);

    private async Task<(long Place, string Fingerprint)> AnnsPlaceAsync()
    {
        var kept = await Store.FindSnapshotAsync(AnnsState, Cancellation);
        return (kept!.Place, kept.Fingerprint);
    }

    private async Task TamperAsync(SnapshotKey key, Func<string, string> change)
    {
        var kept = await Store.FindSnapshotAsync(key, Cancellation);
        var text = change(System.Text.Encoding.UTF8.GetString(kept!.State.Span));
        await Store.SaveSnapshotAsync(key, kept with { State = System.Text.Encoding.UTF8.GetBytes(text) }, Cancellation);
    }
}
