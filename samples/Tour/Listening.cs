using System.Diagnostics;
using Foldstream;

namespace Tour;

/// <summary>Listens to what the library tells of itself.</summary>
internal static class Listening
{
    public static async Task RunAsync()
    {
        await using var store = new InMemoryEventStore();

        #region listen
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Console.WriteLine($"{activity.OperationName}: {activity.GetTagItem("foldstream.outcome")}"),
        };
        ActivitySource.AddActivityListener(listener);

        await store.DecideAsync<Wallet, Deposit>("alice", new Deposit(10m));
        #endregion
    }
}
