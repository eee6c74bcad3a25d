using Foldstream;

namespace Tour;

/// <summary>The store in memory.</summary>
internal static class Memory
{
    public static async Task RunAsync()
    {
        #region open
        await using var store = new InMemoryEventStore();

        await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));
        Console.WriteLine($"{(await store.LoadAsync<Order>("o1")).Total} in memory");
        #endregion
    }
}
