namespace Foldstream.NativeWalk;

/// <summary>Handlers that succeed, are tried again, fail for good, and are healed.</summary>
internal static class Subscribing
{
    private static readonly SubscriptionOptions Impatient = new()
    {
        Partitions = 2,
        Failures = new FailurePolicy { Retries = 3, FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(2) },
    };

    public static async Task RunAsync<TStore>(TStore store)
        where TStore : class, IReadModelStore
    {
        await store.ExecuteAsync<Delivery>("dag", delivery => delivery.Try("stairs"));
        await store.ExecuteAsync<Delivery>("dag", delivery => delivery.Try("cellar"));
        await store.ExecuteAsync<Delivery>("dag", delivery => delivery.Try("roof"));
        var (messenger, archive) = (new Messenger(), new Archive());
        await using var running = await store.RunAsync(run => run
            .With(new RunOptions { Node = "walk" })
            .Subscribe(messenger, StartFrom.Beginning, Impatient)
            .Subscribe(archive, options: new SubscriptionOptions { Stream = Orders.Stream("dag") }));
        await running.CaughtUpAsync();

        Check.Equal((3, 4), (messenger.CallsFor("stairs"), messenger.CallsFor("cellar")));
        Check.That(messenger.Sent.Contains("ordered by Ann Ågren"));
        Check.Equal("dag tried at the stairs, dag tried at the roof", TriesOf("dag"));
        Check.Equal("DeliveryOrdered DeliveryTried DeliveryTried DeliveryTried", archive.Names);

        var letter = (await store.DeadLetters("messenger").ListAsync()).Single();
        Check.Equal((typeof(InvalidOperationException).FullName!, "Nobody answers at the cellar.", 4), (letter.ErrorType, letter.ErrorMessage, letter.Attempts));
        Check.That(letter.StackTrace is { Length: > 0 });
        messenger.IsHealed = true;
        Check.Equal(new DeadLetterRetries(1, 0), await running.Of<Messenger>().DeadLetters.RetryAllAsync());
        Check.Equal("dag tried at the stairs, dag tried at the roof, dag tried at the cellar", TriesOf("dag"));

        await ControlAsync(store, running.Of<Messenger>(), messenger);

        string TriesOf(string id) => string.Join(", ", messenger.Sent.Where(line => line.StartsWith($"{id} tried", StringComparison.Ordinal)));
    }

    private static async Task ControlAsync(IEventLog store, RunningSubscription running, Messenger messenger)
    {
        await running.PauseAsync("to look");
        Check.Equal((SubscriptionState.Paused, "to look"), (running.State, running.PauseReason));
        var result = await store.ExecuteAsync<Delivery>("cara", delivery => delivery.Try("door"));
        running.Resume();
        await running.CaughtUpAsync(result.Stored!.LastPosition);
        Check.That(messenger.Sent.Contains("cara tried at the door"));
        var health = await running.HealthAsync();
        Check.Equal(0, health.Lag!.Events);
        Check.Equal(HealthLevel.Healthy, health.Level);
        var before = messenger.Sent.Count;
        await running.RestartAsync(null);
        await running.CaughtUpAsync();
        Check.Equal(2 * before, messenger.Sent.Count);
        await running.StopAsync();
        Check.Equal(SubscriptionState.Stopped, running.State);
    }
}
