namespace Foldstream.TestKit;

/// <summary>Plays the steps of a random history against a store, with a plain fold of the log as the oracle.</summary>
/// <remarks>A crash is a store that refuses everything from one moment on: whatever the run had in hand is cut off, and nothing is saved, given back or told.</remarks>
internal sealed class ProjectionHistory(IReadModelStore store, CancellationToken cancellation) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Projections = [PayerBalance<InsideAppends>.Definition.Name, PurposeSum<InsideAppends>.Definition.Name];

    private readonly Listener listener = new(eventNames: [Payment.EventName, Payment.Closing]);
    private readonly Dictionary<Guid, long> poison = [];
    private readonly HashSet<Guid> cured = [];
    private FaultyReadModels process = FaultyLeases.Over(store);
    private RunningSubscriptions? running;
    private Lifecycle lifecycle = Lifecycle.Async;
    private int runs;

    // From which event on, and which call of the subscriber on, it is to see everything.
    private GlobalPosition? sentBehind;
    private int handledBefore;

    // Whether a rebuild was cut off that may have set aside what is cured by now.
    private bool isRebuildLeft;

    private bool IsInline => lifecycle == Lifecycle.Inline;

    private RunningSubscriptions Running => running ?? throw new InvalidOperationException("Nothing runs.");

    public async Task PlayAsync(IEnumerable<ProjectionStep> steps)
    {
        await BeginAsync();
        foreach (var step in steps.Append(new CrashStep(null)).Append(new LookStep()))
            await PlayOrRecoverAsync(step).WaitAsync(Patience, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null)
            await running.DisposeAsync();
    }

    private async Task PlayOrRecoverAsync(ProjectionStep step)
    {
        if (process.IsCrashed)
            await RecoverAsync();
        try
        {
            await PlayAsync(step);
        }
        catch (Exception error) when (process.IsCrashed && error is not Xunit.Sdk.XunitException)
        {
            await RecoverAsync();
        }
    }

    private Task PlayAsync(ProjectionStep step) => step switch
    {
        PayStep pay => AppendAsync(Payment.By($"payer-{pay.Payer}"), new Payment(pay.Amount, $"purpose-{pay.Amount % 3}", "all").Event()),
        CloseStep close => AppendAsync(Payment.By($"closer-{close.Payer}"), new Payment(1, "all").Event(), Payment.Close()),
        PoisonStep poisoned => PoisonAsync(poisoned),
        CureStep => CureAsync(),
        PauseStep pause => PauseAsync(Of(pause.Which)),
        ResumeStep resume => Do(() => Resume(Of(resume.Which))),
        StopStep stop => Of(stop.Which)?.StopAsync() ?? Task.CompletedTask,
        StartStep start => StartAsync(Of(start.Which)),
        RestartStep restart => RestartAsync(restart.Behind),
        CrashStep crash => Do(() => process.CrashIn(crash.In)),
        RebuildStep rebuild => RebuildAsync(rebuild),
        SwitchStep => SwitchAsync(),
        _ => LookAsync(),
    };

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private Task AppendAsync(StreamId stream, params EventData[] events) => store.AppendAsync(stream, ExpectedVersion.Any, events, cancellation).AsTask();

    /// <summary>Behind the appends it becomes a dead letter; inside of one it is refused.</summary>
    private async Task PoisonAsync(PoisonStep step)
    {
        var amount = Payment.NewPoison();
        var payment = new Payment(amount, "all").Event();
        var poisoned = new EventData(payment.Type, payment.Data, new EventStamp(Guid.NewGuid()));
        if (IsInline)
        {
            await Assert.ThrowsAsync<InlineProjectionException>(() => AppendAsync(Payment.By($"payer-{step.Payer}"), poisoned));
            return;
        }

        poison.Add(poisoned.Id!.Value, amount);
        await AppendAsync(Payment.By($"payer-{step.Payer}"), poisoned);
    }

    private async Task CureAsync()
    {
        // Tried again is at least once, also for projections: no crash in the middle of it.
        process.CrashIn(null);
        await LookAsync();
        foreach (var (id, amount) in poison.Where(item => cured.Add(item.Key)))
            Payment.Cure(amount);
        if (!IsInline)
        {
            foreach (var projection in Projections)
                Assert.Equal(0, (await RetryAllAsync(Running[projection])).Failed);
        }

        await LookAsync();
    }

    private async Task<DeadLetterRetries> RetryAllAsync(RunningSubscription subscription)
    {
        while (true)
        {
            try
            {
                return await subscription.DeadLetters.RetryAllAsync(cancellation);
            }
            catch (Exception error) when (error is PartitionLostException or KeyNotFoundException)
            {
                // A rebuild has just moved the partition, and it does not run again yet; the step's patience ends the wait.
                await Task.Delay(10, cancellation);
            }
            catch (SubscriptionStoppedException stopped) when (stopped.InnerException is null && subscription.State != SubscriptionState.Faulted)
            {
                // So does the loop that was to do it.
                await Task.Delay(10, cancellation);
            }
        }
    }

    private async Task PauseAsync(RunningSubscription? subscription)
    {
        try
        {
            if (subscription?.State is SubscriptionState.CatchingUp or SubscriptionState.Live or SubscriptionState.Retrying)
                await subscription.PauseAsync(cancellationToken: cancellation);
        }
        catch (SubscriptionStateException) when (process.IsCrashed)
        {
            // It ended just before.
        }
    }

    private static void Resume(RunningSubscription? subscription)
    {
        if (subscription?.State == SubscriptionState.Paused)
            subscription.Resume();
    }

    private async Task StartAsync(RunningSubscription? subscription)
    {
        if (subscription?.State == SubscriptionState.Stopped)
            await subscription.StartAsync(cancellation);
    }

    private async Task RestartAsync(int behind)
    {
        // It is to go back: events that it has not come to yet would be left out.
        await LookAsync();
        var log = await LogAsync();
        var target = behind < 0 || log.Count == 0 ? null : log[behind % log.Count].Position;
        var subscription = Running["listener"];
        await subscription.StopAsync();
        var handled = listener.Handled.Count;
        await subscription.RestartAsync(target, cancellation);
        (sentBehind, handledBefore) = (target, handled);
    }

    private async Task RebuildAsync(RebuildStep step)
    {
        var options = new RebuildOptions
        {
            Partitions = step.Partitions, BatchSize = 2, Poisoned = PoisonedEvent.DeadLetter, TakeBackAfter = TimeSpan.FromMilliseconds(50),
        };
        try
        {
            if (step.OfSums)
                await process.RebuildAsync<PurposeSum<InsideAppends>>(options, cancellationToken: cancellation);
            else
                await process.RebuildAsync<PayerBalance<InsideAppends>>(options, cancellationToken: cancellation);
        }
        catch
        {
            isRebuildLeft = true;
            throw;
        }
    }

    private async Task SwitchAsync()
    {
        var target = IsInline ? Lifecycle.Async : Lifecycle.Inline;
        var isWhole = target == Lifecycle.Async || await IsWholeAsync();
        await Running.DisposeAsync();
        running = null;
        if (isWhole)
        {
            lifecycle = target;
            await BeginAsync();
            return;
        }

        lifecycle = Lifecycle.Inline;
        var refused = await Record.ExceptionAsync(BeginAsync);
        lifecycle = Lifecycle.Async;
        if (process.IsCrashed)
            return;
        Assert.True(refused is ProjectionIncompleteException or ProjectionFailureException, $"An incomplete projection became inline: {refused}");
        await BeginAsync();
    }

    /// <summary>Whether nothing is poisoned, and nothing was set aside.</summary>
    private async Task<bool> IsWholeAsync()
    {
        if (poison.Keys.Except(cured).Any())
            return false;
        foreach (var projection in Projections)
        {
            if (await store.CountDeadLettersAsync(projection, cancellation) > 0)
                return false;
        }

        return true;
    }

    private async Task LookAsync()
    {
        foreach (var subscription in Running.All)
        {
            Resume(subscription);
            await StartAsync(subscription);
        }

        await Running.CaughtUpAsync(cancellationToken: cancellation);
        var log = await LogAsync();
        var balances = PlainFold.Of(log.Except(await SetAsideAsync(Projections[0], log)));
        Assert.Equal(balances.Payers, await LinesAsync(Projections[0]));
        var sums = PlainFold.Of(log.Except(await SetAsideAsync(Projections[1], log)));
        Assert.Equal(sums.Sums, await LinesAsync(Projections[1]));
        Assert.Equal(0, await store.CountDeadLettersAsync("listener", cancellation));
        var handled = listener.Handled;
        Assert.Empty(log.Select(recorded => recorded.Id).Except(handled.Select(context => context.Id)));
        Assert.Empty(log.Where(recorded => sentBehind is null || recorded.Position > sentBehind).Select(recorded => recorded.Id)
            .Except(handled.Skip(handledBefore).Select(context => context.Id)));
    }

    /// <summary>The events that are dead letters: those that are poisoned still, and those that a rebuild set aside before they were cured.</summary>
    private async Task<List<RecordedEvent>> SetAsideAsync(string projection, List<RecordedEvent> log)
    {
        var letters = (await store.ReadDeadLettersAsync(projection, int.MaxValue, null, cancellation)).Select(letter => letter.EventId).ToHashSet();
        Assert.Empty(poison.Keys.Except(cured).Except(letters));
        Assert.Empty(letters.Except(poison.Keys));
        if (!isRebuildLeft)
            Assert.Empty(letters.Intersect(cured));
        return log.FindAll(recorded => letters.Contains(recorded.Id));
    }

    private async Task RecoverAsync()
    {
        process.CrashIn(0);
        if (running is not null)
            await running.DisposeAsync();
        running = null;
        // Else it would take as long as the lease.
        if (store is ILeaseStore leases)
        {
            foreach (var subscription in Projections.Append("listener"))
                await leases.LeaveAsync(subscription, NodeOf(runs), cancellation);
        }

        process = FaultyLeases.Over(store);
        runs++;
        await BeginAsync();
    }

    private async Task BeginAsync()
    {
        var failures = new FailurePolicy { Retries = 1, FirstDelay = TimeSpan.FromMilliseconds(1) };
        var options = new SubscriptionOptions { BatchSize = 3, Failures = failures, CheckpointEvery = 2 };
        running = await process.RunAsync<IReadModelStore>(
            run => run
                .With(new RunOptions { Node = NodeOf(runs), LeaseDuration = TimeSpan.FromSeconds(2) })
                .Project<PayerBalance<InsideAppends>>(lifecycle, new ProjectionOptions { Subscription = options with { Partitions = 2 } })
                .Project<PurposeSum<InsideAppends>>(lifecycle, new ProjectionOptions { Subscription = options with { Partitions = 2 } })
                .Subscribe(listener, options: options with { Partitions = 2 }),
            cancellation);
    }

    private RunningSubscription? Of(int which) => which < Running.All.Count ? Running.All[which] : null;

    private async Task<List<RecordedEvent>> LogAsync() => await store.ReadLogAsync(null, cancellation).ToListAsync(cancellation);

    private async Task<IEnumerable<string>> LinesAsync(string projection) =>
        PlainFold.Lines(await store.QueryAsync(new DocumentCollection(projection), new DocumentQuery { Tenant = null }, cancellation));

    private static string NodeOf(int run) => $"run-{run:D4}";
}
