namespace Foldstream.TestKit;

/// <summary>Documents are kept, replaced and deleted, together or not at all.</summary>
public abstract class DocumentContract<TStore, TFixture> : ReadModelContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Documents_of_an_unknown_projection_are_an_error()
    {
        var unknown = await Assert.ThrowsAsync<UnknownProjectionException>(async () => await AmountAsync("a"));
        Assert.Equal(Pots.Live, unknown.Collection);
        await PositionAsync();
        await Assert.ThrowsAsync<UnknownProjectionException>(async () => await WriteAsync(("a", 1)));
        await Assert.ThrowsAsync<UnknownProjectionException>(async () => await Store.QueryAsync(Pots.Live, new DocumentQuery(), Cancellation));
        await Assert.ThrowsAsync<UnknownProjectionException>(async () => await Store.CountAsync(Pots.Live, null, null, Cancellation));
    }

    [Fact]
    public async Task A_projection_is_known_from_its_preparation_on()
    {
        Assert.Null(await Store.FindProjectionAsync("pots", Cancellation));
        var prepared = await Store.PrepareAsync(Pots.Definition(), "one", false, Cancellation);
        Assert.Equal(("pots", Lifecycle.Async, "one"), (prepared.Name, prepared.Lifecycle, prepared.Fingerprint));
        Assert.Equal(prepared, await Store.FindProjectionAsync("pots", Cancellation));
    }

    [Fact]
    public async Task Preparing_again_keeps_documents_and_fingerprint()
    {
        await PrepareAsync();
        await WriteAsync(("a", 1));
        var again = await Store.PrepareAsync(Pots.Definition(), "two", false, Cancellation);
        Assert.Equal("one", again.Fingerprint);
        Assert.Equal(1, await AmountAsync("a"));
    }

    [Fact]
    public async Task Preparers_who_race_make_one_place()
    {
        var prepared = await RaceRounds.RunAsync(6, async _ => await Store.PrepareAsync(Pots.Definition(), "one", false, Cancellation));
        Assert.All(prepared, outcome => Assert.Null(outcome.Error));
        await WriteAsync(("a", 1));
        Assert.Equal(1, await AmountAsync("a"));
    }

    [Fact]
    public async Task A_document_comes_back_as_it_was_written()
    {
        await PrepareAsync();
        var write = Pots.Write(new DocumentKey("a/ä 😀", "acme"), 7, await PositionAsync(), Sample.Stream("a/ä 😀", "pot", "acme"));
        await TransactAsync(transaction => transaction.WriteAsync(new DocumentChanges(Pots.Live, [write], []), Cancellation));
        var stored = Assert.Single(await Store.LoadDocumentsAsync(Pots.Live, [write.Key], Cancellation));
        Assert.Equal(write.Key, stored.Key);
        Assert.Equal(write.Content.ToArray(), stored.Content.ToArray());
        Assert.Equal(write.Metadata, stored.Metadata);
    }

    [Fact]
    public async Task A_document_is_found_by_the_source_that_it_was_written_with_last()
    {
        await PrepareAsync();
        var position = await PositionAsync();
        StreamId?[] sources = [Sample.Stream("one"), Sample.Stream("one"), Sample.Stream("two"), Sample.Stream("two", tenant: "acme"), null, Sample.Stream("one")];
        foreach (var (amount, source) in sources.Index())
        {
            var write = Pots.Write(new DocumentKey("a"), amount, position, source);
            await TransactAsync(transaction => transaction.WriteAsync(new DocumentChanges(Pots.Live, [write], []), Cancellation));
            var stored = Assert.Single(await Store.LoadDocumentsAsync(Pots.Live, [write.Key], Cancellation));
            Assert.Equal((write.Metadata, amount), (stored.Metadata, await AmountAsync("a")));
            foreach (var other in sources.OfType<StreamId>())
            {
                var found = await Store.QueryAsync(Pots.Live, new DocumentQuery { Source = other }, Cancellation);
                Assert.Equal(other == source ? 1 : 0, found.Count);
            }
        }
    }

    [Fact]
    public async Task Tenants_keep_documents_of_the_same_id_apart()
    {
        await PrepareAsync();
        var position = await PositionAsync();
        DocumentKey[] keys = [new("a"), new("a", "acme"), new("A")];
        await TransactAsync(transaction => transaction.WriteAsync(
            new DocumentChanges(Pots.Live, [.. keys.Select((key, index) => Pots.Write(key, index, position))], []), Cancellation));
        for (var index = 0; index < keys.Length; index++)
            Assert.Equal(index, await AmountAsync(keys[index]));
        Assert.Equal(3, (await Store.LoadDocumentsAsync(Pots.Live, [.. keys, new DocumentKey("absent")], Cancellation)).Count);
        Assert.Equal(2, await Store.CountAsync(Pots.Live, "", null, Cancellation));
        Assert.Equal(3, await Store.CountAsync(Pots.Live, null, null, Cancellation));
    }

    [Fact]
    public async Task Writes_replace_and_deletes_remove()
    {
        await PrepareAsync();
        await WriteAsync(("a", 1), ("b", 1), ("c", 1));
        var position = await PositionAsync();
        await TransactAsync(transaction => transaction.WriteAsync(
            new DocumentChanges(Pots.Live, [Pots.Write("a", 2, position)], ["b", "absent"]), Cancellation));
        Assert.Equal((2, null, 1), (await AmountAsync("a"), await AmountAsync("b"), await AmountAsync("c")));
        await WriteAsync(("b", 3));
        Assert.Equal(3, await AmountAsync("b"));
    }

    [Fact]
    public async Task Many_documents_are_written_at_once()
    {
        await PrepareAsync();
        (string, int)[] pots = [.. Enumerable.Range(0, 2500).Select(number => ($"pot-{number}", number))];
        await WriteAsync(pots);
        await WriteAsync([.. pots.Select(pot => (pot.Item1, pot.Item2 + 1))]);
        Assert.Equal(2500, await Store.CountAsync(Pots.Live, null, null, Cancellation));
        var loaded = await Store.LoadDocumentsAsync(Pots.Live, [.. pots.Select(pot => new DocumentKey(pot.Item1))], Cancellation);
        Assert.Equal(pots.Sum(pot => pot.Item2 + 1), loaded.Sum(Pots.AmountOf));
    }

    [Fact]
    public async Task Work_that_throws_leaves_nothing_behind()
    {
        await PrepareAsync();
        await WriteAsync(("a", 1));
        await Store.EnsureCheckpointsAsync("pots", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("pots", 0, Cancellation);
        var position = await PositionAsync();
        await Assert.ThrowsAsync<TimeoutException>(async () => await TransactAsync(async transaction =>
        {
            await transaction.WriteAsync(new DocumentChanges(Pots.Live, [Pots.Write("b", 1, position)], ["a"]), Cancellation);
            await transaction.AdvanceAsync(new Progress("pots", 0, held.Token, position, 1), Cancellation);
            throw new TimeoutException();
        }));
        Assert.Equal((1, null), (await AmountAsync("a"), await AmountAsync("b")));
        Assert.Null(Assert.Single(await Store.ReadCheckpointsAsync("pots", Cancellation)).Position);
        await WriteAsync(("b", 2));
        Assert.Equal(2, await AmountAsync("b"));
    }

    [Fact]
    public async Task Documents_and_checkpoint_are_kept_together()
    {
        await PrepareAsync();
        await Store.EnsureCheckpointsAsync("pots", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("pots", 0, Cancellation);
        var position = await PositionAsync();
        await StepAsync(held, position, 1);
        Assert.Equal(1, await AmountAsync("a"));
        Assert.Equal(position, Assert.Single(await Store.ReadCheckpointsAsync("pots", Cancellation)).Position);
    }

    [Fact]
    public async Task Who_lost_the_partition_writes_no_document()
    {
        await PrepareAsync();
        await Store.EnsureCheckpointsAsync("pots", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("pots", 0, Cancellation);
        await Store.TakeOverAsync("pots", 0, Cancellation);
        var position = await PositionAsync();
        await Assert.ThrowsAsync<PartitionLostException>(async () => await StepAsync(held, position, 1));
        Assert.Null(await AmountAsync("a"));
    }

    [Fact]
    public async Task A_forgotten_projection_is_gone()
    {
        await PrepareAsync();
        await PrepareAsync(isShadow: true);
        await WriteAsync(("a", 1));
        Assert.True(await Store.ForgetProjectionAsync("pots", Cancellation));
        Assert.False(await Store.ForgetProjectionAsync("pots", Cancellation));
        Assert.Null(await Store.FindProjectionAsync("pots", Cancellation));
        await Assert.ThrowsAsync<UnknownProjectionException>(async () => await AmountAsync("a"));
        await PrepareAsync();
        Assert.Null(await AmountAsync("a"));
    }

    [Fact]
    public async Task Projections_with_similar_names_keep_their_documents_apart()
    {
        var longName = "a" + new string('b', 38);
        foreach (var name in (string[])["pots", "pots-2", longName + "c", longName + "d"])
        {
            await Store.PrepareAsync(Pots.Definition(name), "one", false, Cancellation);
            await WriteAsync(new DocumentCollection(name), (name, 1));
        }

        foreach (var name in (string[])["pots", "pots-2", longName + "c", longName + "d"])
            Assert.Equal(1, await Store.CountAsync(new DocumentCollection(name), null, null, Cancellation));
    }

    [Fact]
    public async Task A_transaction_that_has_ended_is_of_no_use()
    {
        await PrepareAsync();
        IReadModelTransaction? kept = null;
        await TransactAsync(transaction =>
        {
            kept = transaction;
            return ValueTask.CompletedTask;
        });
        await Assert.ThrowsAnyAsync<InvalidOperationException>(async () => await kept!.LockDocumentsAsync(Pots.Live, ["a"], Cancellation));
    }

    private ValueTask StepAsync(Checkpoint held, GlobalPosition position, int amount) => TransactAsync(async transaction =>
    {
        await transaction.WriteAsync(new DocumentChanges(Pots.Live, [Pots.Write("a", amount, position)], []), Cancellation);
        await transaction.AdvanceAsync(new Progress(held.Subscription, held.Partition, held.Token, position, 1), Cancellation);
    });
}
