namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>Shares the work on a store with other processes until its standard input ends.</summary>
internal static class Node
{
    private static readonly SubscriptionOptions Eight = new() { Partitions = 8, BatchSize = 50 };

    public static async Task RunAsync<TStore>(TStore store, string log, string node, Action<RunBuilder<TStore>, SubscriptionOptions> addProjector)
        where TStore : class, IReadModelStore
    {
        using var handled = new HandledLog(log);
        await using var running = await store.RunAsync(run =>
        {
            run.With(new RunOptions { Node = node, LeaseDuration = TimeSpan.FromSeconds(2) })
                .Project<TallyView>(Lifecycle.Async, new ProjectionOptions { Subscription = Eight })
                .Project<GroupView>(Lifecycle.Async, new ProjectionOptions { Subscription = Eight })
                .Add(PartitionTaking.Part(new Teller(handled), Eight));
            addProjector(run, Eight);
        });
        Console.WriteLine("ready");
        // One that ends by itself is an error of the test, which the end of the process tells.
        await Task.WhenAny([Console.In.ReadToEndAsync(), .. running.All.Select(subscription => subscription.Completion)]);
        await running.StopAsync();
        await running.Completion;
    }
}
