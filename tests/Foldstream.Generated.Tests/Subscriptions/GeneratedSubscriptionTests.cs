namespace Foldstream.Generated.Tests;

public sealed class GeneratedSubscriptionTests : IAsyncDisposable
{
    private readonly InMemoryEventStore store = new();
    private readonly List<string> sent = [];

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public void The_interest_is_what_is_handled()
    {
        var mailer = ((ISubscriber)new Mailer(sent)).Definition;

        Assert.Equal(("mailer", "wallet", false), (mailer.Name, mailer.Category, mailer.TakesBatches));
        Assert.Equal(["wallet-filled", "wallet-emptied"], mailer.EventNames);
        Assert.Equal(("bell", null), (((ISubscriber)new Bells.Bell()).Definition.Name, ((ISubscriber)new Bells.Bell()).Definition.Category));
        Assert.True(((ISubscriber)new Search()).Definition.TakesBatches);
        Assert.Equal(["wallet-filled", "wallet-emptied"], ((ISubscriber)new Search()).Definition.EventNames);
        Assert.Equal("ledger", ((IProjector<Rows>)new LedgerRows()).Definition.Name);
    }

    [Fact]
    public async Task Events_reach_their_handlers_in_order()
    {
        await StoreAsync("wallet", new WalletFilled(3m), new WalletCounted(), new WalletEmptied(2m));

        await HandleAsync(new Mailer(sent));

        Assert.Equal(["alice got 3", "lost 2"], sent);
    }

    [Fact]
    public async Task An_ignored_event_is_set_aside()
    {
        await StoreAsync("wallet", new WalletCounted());

        Assert.True(Assert.Single(await RouteAsync(((ISubscriber)new Mailer(sent)).Route)).Routed.IsIgnored);
    }

    [Fact]
    public async Task A_struct_reaches_a_handler_that_returns_nothing()
    {
        await StoreAsync("counter", new Counted(2), new Counted(3));
        var bell = new Bells.Bell();

        await HandleAsync(bell);

        Assert.Equal(5, bell.Rung);
    }

    [Fact]
    public async Task An_event_of_another_set_is_an_error_that_names_the_subscription()
    {
        await StoreAsync("counter", new Counted(2));

        var unknown = await Assert.ThrowsAsync<UnknownEventException>(() => RouteAsync(((ISubscriber)new Mailer(sent)).Route));

        Assert.Contains("subscription 'mailer'", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_handler_throws_and_the_token_are_passed_on()
    {
        await StoreAsync("wallet", new WalletFilled(3m));
        ISubscriber mailer = new Mailer(sent);
        var (routed, context, _) = Assert.Single(await RouteAsync(mailer.Route));

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await mailer.HandleAsync(routed, context, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_batch_is_handed_over_as_it_is()
    {
        await StoreAsync("wallet", new WalletFilled(3m), new WalletEmptied(2m));
        var search = new Search();
        ISubscriber subscriber = search;
        var routed = await RouteAsync(subscriber.Route);
        List<TypedEvent> batch = [.. routed.Select(item => new TypedEvent(item.Routed.Event!, item.Recorded))];

        await subscriber.HandleAsync(batch, Token);

        Assert.Same(batch, Assert.Single(search.Batches));
        Assert.Equal([new WalletFilled(3m), new WalletEmptied(2m)], batch.Select(item => item.Event));
    }

    [Fact]
    public async Task The_form_that_a_subscription_does_not_have_says_so()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ((ISubscriber)new Mailer(sent)).HandleAsync([], Token));
        await StoreAsync("wallet", new WalletFilled(3m));
        ISubscriber search = new Search();
        var (routed, context, _) = Assert.Single(await RouteAsync(search.Route));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await search.HandleAsync(routed, context, Token));
    }

    [Fact]
    public async Task What_was_set_aside_has_no_handler() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
        await ((ISubscriber)new Mailer(sent)).HandleAsync(RoutedEvent.Ignored, null!, Token));

    [Fact]
    public async Task A_projector_works_in_the_transaction_that_it_is_given()
    {
        await StoreAsync("wallet", new WalletFilled(3m), new WalletEmptied(2m));
        IProjector<Rows> ledger = new LedgerRows();
        var rows = new Rows();

        foreach (var (routed, context, _) in await RouteAsync(ledger.Route))
            await ledger.ProjectAsync(routed, context, rows, Token);

        Assert.Equal(["0 +3", "-2"], rows.Written);
    }

    [Fact]
    public void The_event_model_knows_them()
    {
        var handlers = TestsEvents.Model.HandlersOf("wallet-filled").Select(type => $"{type.Kind} {type.Name.Split('.')[^1]} {type.Category}").Order();

        Assert.Equal(["Decider Wallet wallet", "Projector LedgerRows ", "Subscription Mailer wallet", "Subscription Search wallet"], handlers);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static EventContext ContextOf(in StoredEvent stored) => new(
        stored.Stream, stored.Version, stored.Position, stored.Id, stored.Type, stored.OccurredAt, stored.RecordedAt, stored.ReadMetadata());

    private async Task StoreAsync(string category, params object[] events) => await store.With(TestsEvents.Model).AppendAsync(
        new StreamId(category, "alice"), ExpectedVersion.NoStream, events, cancellationToken: Token);

    private async Task<IReadOnlyList<Delivered>> RouteAsync(Router route)
    {
        var visitor = new RoutingVisitor(route);
        foreach (var category in new[] { "counter", "wallet" })
            await store.ReadAsync(new StreamId(category, "alice"), StreamRange.All, visitor, Token);
        return visitor.Delivered;
    }

    private async Task HandleAsync(ISubscriber subscriber)
    {
        foreach (var (routed, context, _) in await RouteAsync(subscriber.Route))
        {
            if (!routed.IsIgnored)
                await subscriber.HandleAsync(routed, context, Token);
        }
    }

    private delegate RoutedEvent Router(in StoredEvent stored);

    private sealed record Delivered(RoutedEvent Routed, EventContext Context, RecordedEvent Recorded);

    private sealed class RoutingVisitor(Router route) : IEventVisitor
    {
        public List<Delivered> Delivered { get; } = [];

        public bool Visit(in StoredEvent stored)
        {
            Delivered.Add(new Delivered(route(stored), ContextOf(stored), stored.ToRecordedEvent()));
            return true;
        }
    }
}
