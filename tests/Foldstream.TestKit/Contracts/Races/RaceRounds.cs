namespace Foldstream.TestKit;

/// <summary>How often each race is run: 20 times, or 500 with <c>FOLDSTREAM_LONG=1</c> in the environment.</summary>
internal static class RaceRounds
{
    public static int Count { get; } = Environment.GetEnvironmentVariable("FOLDSTREAM_LONG") == "1" ? 500 : 20;

    /// <summary>Each round in the name of a stream, so that one store serves them all.</summary>
    public static IEnumerable<StreamId> Streams(string category = "race") =>
        Enumerable.Range(0, Count).Select(round => Sample.Stream($"round-{round}", category));

    /// <summary>Runs all at once, each on a thread of the pool, from one starting signal; gives the errors beside the results.</summary>
    public static async Task<RaceOutcome<T>[]> RunAsync<T>(int racers, Func<int, Task<T>> run)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var races = Enumerable.Range(0, racers).Select(racer => Task.Run(() => RunOneAsync(racer))).ToArray();
        start.SetResult();
        return await Task.WhenAll(races);

        async Task<RaceOutcome<T>> RunOneAsync(int racer)
        {
            await start.Task;
            try
            {
                return new RaceOutcome<T>(racer, await run(racer), null);
            }
            catch (FoldstreamException error)
            {
                return new RaceOutcome<T>(racer, default, error);
            }
        }
    }
}
