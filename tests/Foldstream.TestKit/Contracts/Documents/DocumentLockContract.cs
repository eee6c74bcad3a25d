namespace Foldstream.TestKit;

/// <summary>Documents that a transaction has locked are changed by nobody else until it ends, also those that are not there yet.</summary>
public abstract class DocumentLockContract<TStore, TFixture> : ReadModelContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Racers = 6;
    private const int StepsOfEach = 10;

    [Fact]
    public async Task Transactions_that_change_the_same_documents_lose_no_step()
    {
        await PrepareAsync();
        var position = await PositionAsync();
        string[] ids = ["a", "b", "c"];
        var outcomes = await RaceRounds.RunAsync(Racers, async racer =>
        {
            for (var step = 0; step < StepsOfEach; step++)
            {
                // Each in an order of its own: the store locks in one.
                DocumentKey[] keys = [.. ids.Select(id => new DocumentKey(id)).OrderBy(key => (key.Id[0] + racer + step) % 3)];
                await TransactAsync(async transaction => await AddOneAsync(transaction, keys, position));
            }

            return racer;
        });
        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        foreach (var id in ids)
            Assert.Equal(Racers * StepsOfEach, await AmountAsync(id));
    }

    [Fact]
    public async Task A_transaction_sees_its_own_writes()
    {
        await PrepareAsync();
        var position = await PositionAsync();
        await TransactAsync(async transaction =>
        {
            await AddOneAsync(transaction, ["a"], position);
            await AddOneAsync(transaction, ["a"], position);
            await transaction.WriteAsync(new DocumentChanges(Pots.Live, [], ["a"]), Cancellation);
            Assert.Empty(await transaction.LockDocumentsAsync(Pots.Live, ["a"], Cancellation));
            await AddOneAsync(transaction, ["a"], position);
        });
        Assert.Equal(1, await AmountAsync("a"));
    }

    private static async ValueTask AddOneAsync(IReadModelTransaction transaction, DocumentKey[] keys, GlobalPosition position)
    {
        var before = (await transaction.LockDocumentsAsync(Pots.Live, keys, Cancellation)).ToDictionary(stored => stored.Key, Pots.AmountOf);
        await transaction.WriteAsync(
            new DocumentChanges(Pots.Live, [.. keys.Select(key => Pots.Write(key, before.GetValueOrDefault(key) + 1, position))], []), Cancellation);
    }
}
