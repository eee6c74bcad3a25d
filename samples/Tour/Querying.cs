using Foldstream;

namespace Tour;

/// <summary>Questions to the documents of a projection.</summary>
internal static class Querying
{
    public static async Task RunAsync()
    {
        #region operators
        await using var store = new InMemoryEventStore(queryOperators: new Dictionary<string, MemoryQueryOperator>
        {
            ["ends-with"] = (field, value) => field is not null && value is not null && field.EndsWith(value, StringComparison.Ordinal),
        });
        #endregion
        await using var running = await store.RunAsync(run => run.Project<OrderView>(Lifecycle.Inline));
        await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));
        await store.ExecuteAsync<Order>("o2", order => order.Place("Bob", new OrderLine("tea", 1, 4.50m), new OrderLine("cup", 2, 7m)));
        await store.ExecuteAsync<Order>("o3", order => order.Place("Alice", new OrderLine("cup", 1, 7m)));
        await store.ExecuteAsync<Order>("o4", order => order.Place("Carol", new OrderLine("pot", 1, 30m)));
        await store.ExecuteAsync<Order>("o4", order => order.Pay(30m));

        await AskAsync(store);
        await PageAsync(store);
    }

    private static async Task AskAsync(InMemoryEventStore store)
    {
        #region filter
        var orders = store.Documents<OrderView>();

        var open = await orders.FindAsync(OrderView.Fields.Open > 0m & OrderView.Fields.Customer != "Bob");
        foreach (var order in open.Items)
            Console.WriteLine($"{order.Key}: {order.Value.Customer} owes {order.Value.Open}");
        #endregion

        #region by-key
        var first = await orders.LoadAsync("o1");
        var missing = await orders.FindAsync("o9");
        var same = await orders.FindBySourceAsync(new StreamId("order", "o1"));
        Console.WriteLine($"{first.Value.Customer}, {missing is null}, {same!.Key == first.Key}");
        #endregion

        #region one-and-count
        var pot = await orders.FindOneAsync(OrderView.Fields.Lines[0].Product == "pot");
        var unpaid = await orders.CountAsync(OrderView.Fields.PaidAt.IsNull());
        Console.WriteLine($"{pot!.Key}, {unpaid} unpaid");
        #endregion

        #region text
        var named = await orders.CountAsync(OrderView.Fields.Customer.In("Bob", "Carol") | OrderView.Fields.Customer.StartsWith("Al"));
        var matching = await orders.CountAsync(OrderView.Fields.Customer.Matches("^[A-C].*l$"));
        Console.WriteLine($"{named} named, {matching} matching");
        #endregion

        #region raw
        var field = orders.Field("lines[0].quantity");
        Console.WriteLine($"{await orders.CountAsync(field >= 2)} with two or more");
        #endregion

        #region custom
        Console.WriteLine($"{await orders.CountAsync(OrderView.Fields.Customer.Custom("ends-with", "ice"))} end with 'ice'");
        #endregion
    }

    private static async Task PageAsync(InMemoryEventStore store)
    {
        var orders = store.Documents<OrderView>();

        #region numbered
        var sort = OrderView.Fields.Open.Descending().Then(DocumentFields.CreatedAt.Ascending());

        var second = await orders.FindAsync(sort: sort, page: Page.Number(2, size: 3).WithTotal());
        Console.WriteLine($"{second.Items.Count} of {second.Total}");
        #endregion

        #region keyset
        var page = await orders.FindAsync(sort: sort, page: Page.First(3));
        var cursor = page.Next!.ToString();

        var next = await orders.FindAsync(sort: sort, page: Page.After(DocumentCursor.Parse(cursor), 3));
        var back = await orders.FindAsync(sort: sort, page: Page.Before(next.Previous!, 3));
        Console.WriteLine(string.Join(' ', next.Items.Concat(back.Items).Select(order => order.Key.Id)));
        #endregion

        #region all
        var total = 0m;
        await foreach (var order in orders.ReadAsync(OrderView.Fields.Customer == "Alice"))
            total += order.Value.Open;
        Console.WriteLine($"Alice owes {total}");
        #endregion
    }
}
