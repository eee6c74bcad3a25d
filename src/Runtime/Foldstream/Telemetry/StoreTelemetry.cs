using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Foldstream;

/// <summary>Activities and metrics of appends, loads and commands: one <see cref="ActivitySource"/> and one <see cref="Meter"/>, the same on every store.</summary>
/// <remarks>
/// Nothing of content, metadata, tenants or ids of streams is in them. Nothing is measured or allocated while nobody listens. The names are in
/// <c>docs/telemetry.md</c>.
/// </remarks>
public static class StoreTelemetry
{
    /// <summary>The name of the activity source and of the meter: what a program that collects telemetry adds.</summary>
    public const string Name = "Foldstream";

    internal static readonly ActivitySource Activities = new(Name);
    internal static readonly Meter Measures = new(Name);
    private static readonly Histogram<double> AppendDuration =
        Measures.CreateHistogram<double>("foldstream.append.duration", "s", "How long an append took, its waits and repetitions included.");
    private static readonly Counter<long> AppendEvents =
        Measures.CreateCounter<long>("foldstream.append.events", "{event}", "How many events were stored.");
    private static readonly Histogram<double> LoadDuration =
        Measures.CreateHistogram<double>("foldstream.load.duration", "s", "How long it took to read and fold a stream.");
    private static readonly Counter<long> LoadEvents =
        Measures.CreateCounter<long>("foldstream.load.events", "{event}", "How many events were folded.");
    private static readonly Histogram<double> ExecuteDuration =
        Measures.CreateHistogram<double>("foldstream.execute.duration", "s", "How long a command took, all of its attempts included.");
    private static readonly Counter<long> ExecuteAttempts =
        Measures.CreateCounter<long>("foldstream.execute.attempts", "{attempt}", "How often commands ran, repetitions after conflicts included.");

    /// <summary>Runs an append, measured where somebody listens: for the authors of stores.</summary>
    /// <param name="kind">What the store is, such as <c>sqlite</c>.</param>
    /// <param name="store">The store, handed to the append.</param>
    /// <param name="appends">The appends.</param>
    /// <param name="append">What stores them.</param>
    /// <param name="cancellationToken">Handed to the append.</param>
    public static ValueTask<IReadOnlyList<AppendResult>> AppendAsync<TStore>(
        string kind,
        TStore store,
        IReadOnlyList<StreamAppend> appends,
        Func<TStore, IReadOnlyList<StreamAppend>, CancellationToken, ValueTask<IReadOnlyList<AppendResult>>> append,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        return IsAppendMeasured
            ? MeasureAppendAsync(kind, store, appends, append, cancellationToken)
            : append(store, appends, cancellationToken);
    }

    /// <summary>Runs an append to one stream, measured where somebody listens: for the authors of stores.</summary>
    /// <param name="kind">What the store is, such as <c>sqlite</c>.</param>
    /// <param name="store">The store, handed to the append.</param>
    /// <param name="append">The append.</param>
    /// <param name="run">What stores it.</param>
    /// <param name="cancellationToken">Handed to the append.</param>
    public static ValueTask<AppendResult> AppendAsync<TStore>(
        string kind,
        TStore store,
        StreamAppend append,
        Func<TStore, StreamAppend, CancellationToken, ValueTask<AppendResult>> run,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return IsAppendMeasured ? MeasureAppendAsync(kind, store, append, run, cancellationToken) : run(store, append, cancellationToken);
    }

    /// <summary>Runs a load, measured where somebody listens. What it works on is handed over, so that nothing is allocated where nobody does.</summary>
    internal static ValueTask<T> LoadAsync<TWork, T>(string category, TWork work, Func<TWork, ValueTask<T>> load, Func<T, long> countEvents) =>
        Activities.HasListeners() || LoadDuration.Enabled || LoadEvents.Enabled
            ? MeasureLoadAsync(category, work, load, countEvents)
            : load(work);

    /// <summary>Runs a command, measured where somebody listens; only then are its attempts counted.</summary>
    internal static ValueTask<CommandResult> ExecuteAsync<TWork>(
        string category, TWork work, Func<TWork, CommandAttempts?, ValueTask<CommandResult>> execute) =>
        Activities.HasListeners() || ExecuteDuration.Enabled || ExecuteAttempts.Enabled
            ? MeasureExecuteAsync(category, work, execute)
            : execute(work, null);

    private static bool IsAppendMeasured => Activities.HasListeners() || AppendDuration.Enabled || AppendEvents.Enabled;

    private static async ValueTask<AppendResult> MeasureAppendAsync<TStore>(
        string kind, TStore store, StreamAppend append, Func<TStore, StreamAppend, CancellationToken, ValueTask<AppendResult>> run, CancellationToken cancellationToken)
    {
        var results = await MeasureAppendAsync<TStore>(
            kind, store, [append], async (by, appends, cancellation) => [await run(by, appends[0], cancellation).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    private static async ValueTask<IReadOnlyList<AppendResult>> MeasureAppendAsync<TStore>(
        string kind,
        TStore store,
        IReadOnlyList<StreamAppend> appends,
        Func<TStore, IReadOnlyList<StreamAppend>, CancellationToken, ValueTask<IReadOnlyList<AppendResult>>> append,
        CancellationToken cancellationToken)
    {
        var category = CategoryOf(appends);
        using var operation = new Operation(Activities.StartActivity("foldstream.append"), AppendDuration, category, kind);
        var events = appends.Sum(item => (long)item.Events.Count);
        operation.Tell("foldstream.events", events);
        operation.Tell("foldstream.streams", appends.Count);
        try
        {
            var results = await append(store, appends, cancellationToken).ConfigureAwait(false);
            var stored = !results[0].AlreadyStored;
            operation.End(stored ? Outcome.Stored : Outcome.AlreadyStored);
            if (stored)
                AppendEvents.Add(events, new("foldstream.store", kind), new("foldstream.category", category));
            return results;
        }
        catch (Exception error)
        {
            operation.Fail(error);
            throw;
        }
    }

    private static async ValueTask<T> MeasureLoadAsync<TWork, T>(
        string category, TWork work, Func<TWork, ValueTask<T>> load, Func<T, long> countEvents)
    {
        using var operation = new Operation(Activities.StartActivity("foldstream.load"), LoadDuration, category);
        try
        {
            var loaded = await load(work).ConfigureAwait(false);
            var events = countEvents(loaded);
            operation.Tell("foldstream.events", events);
            operation.End(Outcome.Loaded);
            LoadEvents.Add(events, new KeyValuePair<string, object?>("foldstream.category", category));
            return loaded;
        }
        catch (Exception error)
        {
            operation.Fail(error);
            throw;
        }
    }

    private static async ValueTask<CommandResult> MeasureExecuteAsync<TWork>(
        string category, TWork work, Func<TWork, CommandAttempts?, ValueTask<CommandResult>> execute)
    {
        using var operation = new Operation(Activities.StartActivity("foldstream.execute"), ExecuteDuration, category);
        var attempts = new CommandAttempts();
        try
        {
            var result = await execute(work, attempts).ConfigureAwait(false);
            operation.End(result.AlreadyStored ? Outcome.AlreadyStored : result.Stored is null ? Outcome.Nothing : Outcome.Stored);
            return result;
        }
        catch (Exception error)
        {
            operation.Fail(error);
            throw;
        }
        finally
        {
            operation.Tell("foldstream.attempts", attempts.Count);
            ExecuteAttempts.Add(attempts.Count, new KeyValuePair<string, object?>("foldstream.category", category));
        }
    }

    private static string CategoryOf(IReadOnlyList<StreamAppend> appends)
    {
        var first = appends[0].Stream.Category;
        return appends.All(append => append.Stream.Category == first) ? first : "several";
    }
}
