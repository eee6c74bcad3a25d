using Foldstream;
using Spectre.Console;

namespace Bank;

/// <summary>Shows how the read models catch up with the bookings.</summary>
internal static class CatchUpView
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the read models hold all that is booked, with a bar for each; where nobody watches, without.</summary>
    public static Task ShowProgressAsync(Terminal terminal, RunningSubscriptions running, CancellationToken cancellationToken) =>
        terminal.IsInteractive
            ? terminal.Console.Progress().StartAsync(progress => ShowBarsAsync(progress, running, cancellationToken))
            : running.CaughtUpAsync(cancellationToken: cancellationToken);

    private static async Task ShowBarsAsync(ProgressContext progress, RunningSubscriptions running, CancellationToken cancellationToken)
    {
        var bars = running.All.ToDictionary(model => model, model => progress.AddTask(model.Name, autoStart: false));
        var caughtUp = running.CaughtUpAsync(cancellationToken: cancellationToken);
        while (!caughtUp.IsCompleted)
        {
            foreach (var (model, bar) in bars)
                await ShowAsync(model, bar, cancellationToken);
            await Task.WhenAny(caughtUp, Task.Delay(Interval, cancellationToken));
        }

        await caughtUp;
        foreach (var bar in bars.Values)
            bar.Value = bar.MaxValue;
    }

    // The first look tells how much there is to do.
    private static async Task ShowAsync(RunningSubscription model, ProgressTask bar, CancellationToken cancellationToken)
    {
        var behind = (await model.LagAsync(cancellationToken)).Events;
        if (!bar.IsStarted)
        {
            bar.MaxValue = Math.Max(1, behind);
            bar.StartTask();
        }

        bar.Value = Math.Max(0, bar.MaxValue - behind);
    }
}
