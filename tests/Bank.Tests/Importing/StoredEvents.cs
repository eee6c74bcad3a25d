using Foldstream;

namespace Bank.Tests;

/// <summary>Reads back what was stored.</summary>
internal static class StoredEvents
{
    public static async Task<List<TypedEvent>> OfAsync(IEventStore store, string accountId)
    {
        var events = new List<TypedEvent>();
        await foreach (var stored in store.With(BankEvents.Model).ReadAsync(new StreamId(Account.Category, accountId)))
            events.Add(stored);
        return events;
    }

    public static async Task<int> CountAsync(string store)
    {
        await using var log = await StoreChoice.Parse(store)!.OpenAsync();
        var count = 0;
        await foreach (var _ in log.ReadLogAsync())
            count++;
        return count;
    }
}
