namespace Foldstream.NativeWalk;

/// <summary>Every member comes back as it was; conflicts, conditions and repetitions are told as they are on any runtime.</summary>
internal static class Writing
{
    public static async Task RunAsync<TStore>(TStore store)
        where TStore : class, IReadModelStore, IMultiStreamAppend
    {
        await RoundTripAsync(store);
        await ConflictAsync(store);
        await CommandsAsync(store);
    }

    private static async Task RoundTripAsync(IEventLog store)
    {
        var typed = store.With(NativeWalkEvents.Model);
        await typed.AppendAsync(Orders.Stream("full"), ExpectedVersion.NoStream, [Orders.Full]);
        await typed.AppendAsync(Orders.Stream("sparse"), ExpectedVersion.NoStream, [Orders.Sparse, new DeliveryNoted(null)]);
        await foreach (var (@event, recorded) in typed.ReadAsync(Orders.Stream("full")))
        {
            var order = (DeliveryOrdered)@event;
            Check.Equal<Payment>(new Card("4711"), order.Payment);
            Check.Equal(Handling.Fragile | Handling.Cold, order.Handling);
            Check.Equal(3.90m, order.Fees[Speed.Fast]);
            Check.Equal(new Address("Kai 2", null), order.Others["second.floor"]);
            Check.Equal(new Sku("cup"), order.Items[1].Sku);
            Check.Equal("round\0", order.Tags[1]);
            // Member by member: what is written of what was read are the stored bytes.
            Check.That(NativeWalkEvents.Model.Encode(order).Data.Span.SequenceEqual(recorded.Data.Span));
        }

        var names = new List<string>();
        await foreach (var recorded in store.ReadCategoryAsync("delivery"))
            names.Add(recorded.Type.Name);
        Check.Equal("delivery-ordered delivery-ordered delivery-noted", string.Join(' ', names));
    }

    private static async Task ConflictAsync(IMultiStreamAppend store)
    {
        var noted = NativeWalkEvents.Model.Encode(new DeliveryNoted("late"));
        var conflict = await Check.ThrowsAsync<WrongExpectedVersionException>(
            async () => await store.AppendAsync(Orders.Stream("full"), ExpectedVersion.NoStream, [noted]));
        Check.Equal(0, conflict.Actual.Value);
        var refused = await Check.ThrowsAsync<WriteConditionException>(
            async () => await store.AppendAsync(Orders.Stream("full"), ExpectedVersion.Exists & new NotEndingWith("delivery-ordered"), [noted]));
        Check.That(refused.Message.Contains("delivery-ordered", StringComparison.Ordinal));
        await Check.ThrowsAsync<WrongExpectedVersionException>(async () => await store.AppendAsync(
            [new StreamAppend(Orders.Stream("other"), ExpectedVersion.NoStream, [noted]), new StreamAppend(Orders.Stream("full"), ExpectedVersion.NoStream, [noted])]));
        Check.That(!(await store.HeadAsync(Orders.Stream("other"))).Exists);
    }

    private static async Task CommandsAsync(IEventStore store)
    {
        var once = new CommandContext { IdempotencyKey = "once", Actor = "ann" };
        Check.That(!(await store.ExecuteAsync<Delivery>("full", delivery => delivery.Try("door"), once)).AlreadyStored);
        Check.That((await store.ExecuteAsync<Delivery>("full", delivery => delivery.Try("door"), once)).AlreadyStored);
        var loaded = await store.LoadAsync<Delivery>("full");
        Check.Equal((2L, 1, 2), (loaded.Version, loaded.TriesAt("door"), loaded.Items.Count));
        Check.Equal("ann", (await store.LatestAsync(Orders.Stream("full")))!.Metadata.Actor);
        Check.Equal(1, (await store.LoadAsync<Delivery>("full", AsOf.Version(new StreamVersion(0)))).Applied);
        await Check.ThrowsAsync<StreamNotFoundException>(async () => await store.LoadAsync<Delivery>("nowhere"));
    }

    private sealed record NotEndingWith(string EventName) : WriteCondition
    {
        public override string Description => $"the last event is not '{EventName}'";

        public override bool IsMetBy(StreamHead head) => head.Last?.Type.Name != EventName;
    }
}
