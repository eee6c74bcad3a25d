using Foldstream;

namespace Tour;

/// <summary>The read models of the first page.</summary>
internal static class Pitch
{
    public static async Task RunAsync()
    {
        await using var store = new InMemoryEventStore();
        var postOffice = new Printer();

        #region read-models
        await using var running = await store.RunAsync(run => run
            .Project<CustomerTotals>(Lifecycle.Async)
            .Subscribe(new OrderMailer(postOffice)));

        var placed = await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));
        await running.CaughtUpAsync(placed.LastPosition);

        var best = await store.Documents<CustomerTotals>().FindAsync(
            CustomerTotals.Fields.Ordered >= 5m, CustomerTotals.Fields.Ordered.Descending(), Page.First(10));
        #endregion

        Console.WriteLine($"best: {best.Items[0].Key.Id}");
    }
}
