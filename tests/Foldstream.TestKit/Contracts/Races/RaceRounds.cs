namespace Foldstream.TestKit;

/// <summary>How often each race is run: 20 times, or 500 with <c>FOLDSTREAM_LONG=1</c> in the environment.</summary>
internal static class RaceRounds
{
    /// <summary>Whether tests are to take their time.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("FOLDSTREAM_LONG") == "1";

    public static int Count { get; } = IsLong ? 500 : 20;

    /// <summary>Each round in the name of a stream, so that one store serves them all.</summary>
    public static IEnumerable<StreamId> Streams(string category = "race") =>
        Enumerable.Range(0, Count).Select(round => Sample.Stream($"round-{round}", category));

    /// <summary>Runs all at once, each on a thread of its own, from one starting signal; gives the errors beside the results.</summary>
    public static async Task<RaceOutcome<T>[]> RunAsync<T>(int racers, Func<int, Task<T>> run)
    {
        var ready = 0;
        return await Task.WhenAll(Enumerable.Range(0, racers).Select(StartAsync).ToArray());

        Task<RaceOutcome<T>> StartAsync(int racer) => Task.Factory.StartNew(
            () => RunOneAsync(racer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

        async Task<RaceOutcome<T>> RunOneAsync(int racer)
        {
            WaitForAll();
            try
            {
                return new RaceOutcome<T>(racer, await run(racer), null);
            }
            catch (FoldstreamException error)
            {
                return new RaceOutcome<T>(racer, default, error);
            }
        }

        // Threads that slept would wake one after the other: too late for a race.
        void WaitForAll()
        {
            Interlocked.Increment(ref ready);
            var spinner = new SpinWait();
            while (Volatile.Read(ref ready) < racers)
                spinner.SpinOnce(sleep1Threshold: -1);
        }
    }
}
