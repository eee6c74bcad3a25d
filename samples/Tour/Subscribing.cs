using Foldstream;

namespace Tour;

/// <summary>Subscriptions while they run, fail, pause and share their work.</summary>
internal static class Subscribing
{
    public static async Task RunAsync()
    {
        await using var store = new InMemoryEventStore();
        var postOffice = new Printer();
        await FollowAsync(store, postOffice);
        await FailAsync(store, postOffice);
        await ControlAsync(store, postOffice);
    }

    private static async Task FollowAsync(InMemoryEventStore store, Printer postOffice)
    {
        #region run
        await using var running = await store.RunAsync(run => run
            .Subscribe(new OrderMailer(postOffice))
            .Subscribe(new OrderSearch(postOffice), from: StartFrom.End));

        var placed = await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));
        await running.CaughtUpAsync(placed.LastPosition);
        #endregion
    }

    private static async Task FailAsync(InMemoryEventStore store, Printer postOffice)
    {
        #region failures
        var options = new SubscriptionOptions
        {
            HandlerTimeout = TimeSpan.FromSeconds(10),
            Failures = new FailurePolicy
            {
                Retries = 2,
                FirstDelay = TimeSpan.FromMilliseconds(50),
                Then = FailureAction.DeadLetter,
                StopAfterErrorRate = new ErrorRate(100, within: TimeSpan.FromMinutes(1)),
            },
        };
        await using var running = await store.RunAsync(run => run.Subscribe(new OrderMailer(postOffice), options: options));
        #endregion

        postOffice.Unknown = "Bob";
        var placed = await store.ExecuteAsync<Order>("o2", order => order.Place("Bob", new OrderLine("tea", 1, 4.50m)));
        await running.CaughtUpAsync(placed.LastPosition);

        #region dead-letters
        var letters = running["order-mailer"].DeadLetters;
        foreach (var letter in await letters.ListAsync())
            Console.WriteLine($"{letter.Type} of {letter.Stream} failed {letter.Attempts} times: {letter.ErrorMessage}");

        postOffice.Unknown = null;
        var again = await letters.RetryAllAsync();
        Console.WriteLine($"{again.Handled} handled, {again.Failed} failed again");
        #endregion
    }

    private static async Task ControlAsync(InMemoryEventStore store, Printer postOffice)
    {
        #region partitions
        var options = new SubscriptionOptions { Partitions = 4 };
        await using var running = await store.RunAsync(run => run
            .With(new RunOptions { LeaseDuration = TimeSpan.FromSeconds(10), ShutdownDeadline = TimeSpan.FromSeconds(5) })
            .Subscribe(new OrderMailer(postOffice), options: options));
        #endregion

        #region control
        var mailer = running.Of<OrderMailer>();

        await mailer.PauseAsync("the post office is being moved");
        await store.ExecuteAsync<Order>("o1", order => order.Pay(9m));
        var lag = await mailer.LagAsync();
        var health = await mailer.HealthAsync(new HealthThresholds { UnhealthyDelay = TimeSpan.FromHours(1) });
        Console.WriteLine($"{mailer.State}, {lag.Events} behind, {health.Level}: {string.Join(", ", health.Problems)}");

        mailer.Resume();
        await mailer.CaughtUpAsync();
        #endregion

        #region restart
        await mailer.RestartAsync(after: null);
        await mailer.CaughtUpAsync();
        #endregion
    }
}
