using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>
/// How long it takes from the start of an append in one process until another one, which waits, has read the event. The bound is loose,
/// because tests share their machine; at length it is that of the documentation, unless a bare notification shows that the machine is busy.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class WakeUpTests : IAsyncLifetime
{
    private const double LooseBound = 50;
    private const double Bound = 5;
    private const double NotificationOfAnIdleMachine = 1.5;

    private static readonly int Rounds = LongRun.IsOn ? 300 : 40;

    private readonly TestSchema schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => schema.DisposeAsync();

    [Fact]
    public async Task Wake_up_takes_a_few_milliseconds()
    {
        var (wakeUp, notification) = await MeasureAsync();
        var figures = string.Create(CultureInfo.InvariantCulture, $"Median from append to read {wakeUp:0.00} ms; of a bare notification {notification:0.00} ms.");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        TestContext.Current.SendDiagnosticMessage(figures);
        Assert.True(wakeUp < LooseBound, figures);
        if (!LongRun.IsOn)
            return;
        Assert.SkipWhen(notification > NotificationOfAnIdleMachine, $"The machine is busy. {figures}");
        Assert.True(wakeUp < Bound, figures);
    }

    private async Task<(double WakeUp, double Notification)> MeasureAsync()
    {
        await using var waiting = await schema.OpenAsync(new PostgresStoreOptions { PollingInterval = TimeSpan.FromMinutes(30) });
        await using var writing = await schema.OpenAsync();
        await using var probe = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using (var listen = new NpgsqlCommand("LISTEN probe", probe))
            await listen.ExecuteNonQueryAsync(Cancellation);
        var last = (await AppendAsync(writing)).LastPosition;
        var (wakeUps, notifications) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var read = ReadNextAsync(waiting, last);
            while (!(await waiting.CheckHealthAsync(Cancellation)).IsListening)
                await Task.Delay(5, Cancellation);
            await Task.Delay(20, Cancellation);
            var start = Stopwatch.GetTimestamp();
            var written = (await AppendAsync(writing)).LastPosition;
            var (seen, end) = await read.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
            wakeUps.Add(Stopwatch.GetElapsedTime(start, end).TotalMilliseconds);
            Assert.Equal(written, seen);
            last = written;
            notifications.Add(await NotifyAsync(probe));
        }

        return (Median(wakeUps), Median(notifications));
    }

    private static async Task<double> NotifyAsync(NpgsqlConnection listener)
    {
        var told = listener.WaitAsync(Cancellation);
        await Task.Delay(20, Cancellation);
        var start = Stopwatch.GetTimestamp();
        await TestServer.ExecuteAsync("NOTIFY probe");
        await told;
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<(GlobalPosition? Position, long Time)> ReadNextAsync(PostgresEventStore store, GlobalPosition? after)
    {
        await store.WaitAsync(after, Cancellation);
        var read = await store.ReadLogAsync(new LogRange { After = after }, Cancellation).ToListAsync(Cancellation);
        return (Assert.Single(read).Position, Stopwatch.GetTimestamp());
    }

    private static ValueTask<AppendResult> AppendAsync(PostgresEventStore store) =>
        store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation);

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
