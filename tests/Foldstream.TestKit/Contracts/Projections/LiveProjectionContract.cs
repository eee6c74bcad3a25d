namespace Foldstream.TestKit;

/// <summary>Projections are folded without being kept, from any source.</summary>
public abstract class LiveProjectionContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task A_stream_the_log_a_category_and_any_events_are_folded()
    {
        await PayAsync("ann", 5, "food");
        await AppendAsync(Sample.Stream(), Sample.Events(2));
        await PayAsync("bob", 7, "food", "fun");
        await AppendAsync(new StreamId("company", "acme"), new Payment(9, "food").Event());
        var ann = await Store.ProjectAsync<PayerBalance<Behind>>(Payment.By("ann"), cancellationToken: Cancellation);
        Assert.Equal((5, 1), (ann.Single!.Balance, ann.Events));
        var plain = await PlainFoldAsync();
        Assert.Equal(plain.Payers, PlainFold.Lines(await Store.ProjectAsync<PayerBalance<Behind>>(cancellationToken: Cancellation)));
        Assert.Equal(plain.Reports, PlainFold.Lines(await Store.ProjectAsync<PurposeReport<Behind>>(cancellationToken: Cancellation)));
        var events = Store.ReadLogAsync(cancellationToken: Cancellation);
        Assert.Equal(plain.Reports, PlainFold.Lines(await events.ProjectAsync<PurposeReport<Behind>>(Cancellation)));
        var companies = await Store.ProjectAsync<PurposeReport<Behind>>(new LogRange { Category = "company" }, cancellationToken: Cancellation);
        Assert.Equal(9, companies.Find("food")!.Document.Total);
        Assert.Null(companies.Find("fun"));
        Assert.Null((await Store.ProjectAsync<PayerBalance<Behind>>(Payment.By("nobody"), cancellationToken: Cancellation)).Single);
    }

    [Fact]
    public async Task The_past_is_folded()
    {
        await PayAsync("ann", 5, "food");
        Clock.Move(TimeSpan.FromHours(1));
        var second = await PayAsync("ann", 7, "food");
        await PayAsync("ann", 9, "food");
        Assert.Equal(12, (await AsOfAsync(AsOf.Version(1))).Single!.Balance);
        Assert.Equal(5, (await AsOfAsync(AsOf.Occurred(TestClock.Start))).Single!.Balance);
        var upTo = await Store.ProjectAsync<PayerBalance<Behind>>(new LogRange { UpTo = second.LastPosition }, cancellationToken: Cancellation);
        Assert.Equal(12, upTo.Find("ann")!.Document.Balance);

        async Task<LiveProjection<PayerBalance<Behind>>> AsOfAsync(AsOf asOf) =>
            await Store.ProjectAsync<PayerBalance<Behind>>(Payment.By("ann"), asOf, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task A_live_projection_goes_on_where_it_stands()
    {
        await PayAsync("ann", 5, "food");
        var ann = await Store.ProjectAsync<PayerBalance<Behind>>(Payment.By("ann"), cancellationToken: Cancellation);
        var all = await Store.ProjectAsync<PurposeReport<Behind>>(cancellationToken: Cancellation);
        var handed = await Store.ReadLogAsync(cancellationToken: Cancellation).ProjectAsync<PurposeReport<Behind>>(Cancellation);
        await PayAsync("ann", 6, "food");
        await PayAsync("bob", 6, "fun");
        Assert.Equal((1, 2), (await ann.ContinueAsync(Cancellation), await all.ContinueAsync(Cancellation)));
        // All events again: those that it has are left out.
        Assert.Equal(2, await handed.ContinueAsync(Store.ReadLogAsync(cancellationToken: Cancellation), Cancellation));
        Assert.Equal(11, ann.Single!.Balance);
        Assert.Equal((await PlainFoldAsync()).Reports, PlainFold.Lines(all));
        Assert.Equal((await PlainFoldAsync()).Reports, PlainFold.Lines(handed));
        Assert.Equal((0, 0), (await ann.ContinueAsync(Cancellation), await all.ContinueAsync(Cancellation)));
        Assert.Equal(await Store.HeadAsync(Cancellation), all.Position);
    }

    [Fact]
    public async Task What_failed_half_way_is_not_shown()
    {
        await PayAsync("ann", 5, "food");
        var live = await Store.ProjectAsync<PayerBalance<Behind>>(Payment.By("ann"), cancellationToken: Cancellation);
        await PayAsync("ann", Payment.Poisoned, "food");
        var failed = await Assert.ThrowsAsync<ProjectionFailureException>(async () => await live.ContinueAsync(Cancellation));
        Assert.Equal(1, failed.Version.Value);
        Assert.Throws<InvalidOperationException>(() => live.Single);
        Assert.Throws<InvalidOperationException>(() => live.Find("ann"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await live.ContinueAsync(Cancellation));
    }

    [Fact]
    public async Task A_source_that_does_not_fit_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ProjectAsync<PayerBalance<Behind>>(Sample.Stream(), cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.ProjectAsync<PayerBalance<Behind>>(new LogRange { Category = "company" }, cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.ProjectAsync<PayerBalance<Behind>>(new LogRange { Direction = ReadDirection.Backwards }, cancellationToken: Cancellation));
    }
}
