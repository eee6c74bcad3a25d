namespace Foldstream.Sqlite.Tests;

/// <summary>Kills a process in the middle of a burst of appends, again and again on one file.</summary>
public sealed class CrashTests : SqliteTest
{
    private const int Writers = 16;

    private static int Rounds => Environment.GetEnvironmentVariable("FOLDSTREAM_LONG") == "1" ? 200 : 20;

    [Fact]
    public async Task Every_acknowledged_append_survives_the_kill_of_its_process()
    {
        var seed = Environment.ProcessId;
        var random = new Random(seed);
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            acknowledged.AddRange(await RunAndKillAsync(TimeSpan.FromMilliseconds(random.Next(1, 250))));
            await using var store = await OpenAsync();
            var events = await ReadLogAsync(store);
            AssertAllPresent(acknowledged, events, $"round {round}, seed {seed}");
            AssertContiguous(events);
            Assert.Equal("ok", Query("PRAGMA integrity_check"));
        }

        Assert.True(acknowledged.Count > Rounds, $"Only {acknowledged.Count} events were acknowledged in {Rounds} rounds.");
    }

    [Fact]
    public async Task Documents_checkpoints_and_rows_of_the_user_are_in_step_after_the_kill_of_their_process()
    {
        var random = new Random(Environment.ProcessId);
        long steps = 0;
        for (var round = 0; round < Rounds / 2; round++)
        {
            await RunAndKillAsync(TimeSpan.FromMilliseconds(random.Next(1, 250)), "count", FilePath);
            await using var store = await OpenAsync();
            var document = (await store.LoadDocumentsAsync(new DocumentCollection("counts"), ["all"], Cancellation)).SingleOrDefault();
            var checkpoint = Assert.Single(await store.ReadCheckpointsAsync("counts", Cancellation));
            Assert.Equal(document?.Metadata.Version ?? 0, checkpoint.Handled);
            Assert.Equal(checkpoint.Handled, Query("SELECT count(*) FROM my_steps"));
            Assert.True(checkpoint.Handled >= steps);
            steps = checkpoint.Handled;
            Assert.Equal("ok", Query("PRAGMA integrity_check"));
        }

        Assert.True(steps > 0);
    }

    private Task<string[]> RunAndKillAsync(TimeSpan afterReady) => RunAndKillAsync(afterReady, "burst", FilePath, $"{Writers}");

    private static async Task<string[]> RunAndKillAsync(TimeSpan afterReady, params string[] arguments)
    {
        using var process = OtherProcess.Start(arguments);
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(Cancellation));
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        await Task.Delay(afterReady, Cancellation);
        Assert.False(process.HasExited, "The process ended by itself.");
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(Cancellation));
        // The last line may be cut off in the middle; only whole ones count as said.
        return (await output).Split('\n')[..^1];
    }

    private static void AssertAllPresent(List<string> acknowledged, List<RecordedEvent> events, string circumstances)
    {
        var present = events.Select(recorded => $"{recorded.Stream} {recorded.Version} {recorded.Id}").ToHashSet(StringComparer.Ordinal);
        var missing = acknowledged.Where(line => !present.Contains(line)).ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} acknowledged events are missing ({circumstances}), such as {missing.FirstOrDefault()}.");
    }

    private static void AssertContiguous(List<RecordedEvent> events)
    {
        Assert.Equal(Enumerable.Range(1, events.Count).Select(position => (long)position), events.Select(recorded => recorded.Position!.Value.Value));
        foreach (var stream in events.GroupBy(recorded => recorded.Stream))
            Assert.Equal(Enumerable.Range(0, stream.Count()).Select(version => (long)version), stream.Select(recorded => recorded.Version.Value));
    }
}
