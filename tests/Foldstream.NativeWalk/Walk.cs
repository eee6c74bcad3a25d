namespace Foldstream.NativeWalk;

/// <summary>All that a user does with a store, one step after the other; each asserts its own results and leaves what the next one goes on from.</summary>
public static class Walk
{
    /// <summary>Takes all steps over an empty store that has the operator <see cref="Querying.EndsWith"/>; prints each one that held.</summary>
    public static async Task RunAsync<TStore>(string name, TStore store)
        where TStore : class, IReadModelStore, IMultiStreamAppend, ISnapshotStore
    {
        await StepAsync("events in and out", () => Writing.RunAsync(store));
        await StepAsync("snapshots", () => Snapshots.RunAsync(store));
        await StepAsync("projections", () => Projecting.RunAsync(store));
        await StepAsync("queries", () => Querying.RunAsync(store));
        await StepAsync("live projections", () => Folding.RunAsync(store));
        await StepAsync("rebuild", () => Rebuilding.RunAsync(store));
        await StepAsync("subscriptions", () => Subscribing.RunAsync(store));
        Console.WriteLine($"{name}: all steps held");

        async Task StepAsync(string step, Func<Task> run)
        {
            await run();
            Console.WriteLine($"{name}: {step}");
        }
    }

    /// <summary>A store that was opened again has what the walk left.</summary>
    public static async Task ReadBackAsync(string name, IReadModelStore store)
    {
        await Projecting.ReadBackAsync(store);
        Check.Equal(2, (await store.LoadAsync<Delivery>("full")).TriesAt("door"));
        Check.Equal(0, await store.DeadLetters("messenger").CountAsync());
        Console.WriteLine($"{name}: read back");
    }
}
