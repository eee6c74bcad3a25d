namespace Foldstream.TestKit;

/// <summary>Plays one random history on a store and on the model, and compares what they say.</summary>
internal sealed class StoreHistory(IEventStore store, int number, CancellationToken cancellationToken)
{
    private readonly StoreModel model = new();
    private GlobalPosition? start;

    /// <summary>How many streams an append may name: one, where the store has no port for more.</summary>
    private int LargestAppend => store is IMultiStreamAppend ? int.MaxValue : 1;

    public async Task PlayAsync(IEnumerable<StoreStep> steps)
    {
        if (store is IEventLog log)
            start = await log.HeadAsync(cancellationToken);
        foreach (var step in steps)
            await PlayAsync(step);
        foreach (var stream in model.Streams)
            await ReadAsync(new ReadStep(0, 0, null, null, ReadDirection.Forwards), stream);
        await ReadLogAsync(new ReadLogStep(null, null, null, ReadDirection.Forwards, OneTenant: false));
    }

    private Task PlayAsync(StoreStep step) => step switch
    {
        AppendStep append => AppendAsync([append]),
        AppendToManyStep many => AppendAsync([.. many.Appends.DistinctBy(append => append.Stream).Take(LargestAppend)]),
        RepeatStep repeat => RepeatAsync(repeat),
        MixStep mix => MixAsync(mix),
        MoveStep move => MoveAsync(move),
        ReadStep read => ReadAsync(read, StreamOf(read.Stream)),
        ReadLogStep read => ReadLogAsync(read),
        _ => throw new NotSupportedException($"The model does not know {step}."),
    };

    private async Task AppendAsync(AppendStep[] steps)
    {
        StreamAppend[] appends = [.. steps.Select(NewAppend)];
        if (Array.TrueForAll(steps, step => step.Expectation.Holds(model.Of(StreamOf(step.Stream)).Count)))
        {
            var before = appends.Select(append => model.Of(append.Stream).Count).ToArray();
            var results = await StoreAsync(appends);
            Assert.Equal(before, results.Select(result => (int)result.FirstVersion.Value));
            Assert.All(results, result => Assert.False(result.AlreadyStored));
            model.Add(appends, results);
        }
        else
        {
            await Assert.ThrowsAsync<WrongExpectedVersionException>(() => StoreAsync(appends));
        }
    }

    private async Task RepeatAsync(RepeatStep step)
    {
        if (model.Stored.Count == 0)
            return;
        var (appends, results) = model.Stored[step.Earlier % model.Stored.Count];
        Assert.Equal(results.Select(result => result with { AlreadyStored = true }), await StoreAsync(appends));
    }

    private async Task MixAsync(MixStep step)
    {
        if (model.Stored.Count == 0)
            return;
        var earlier = model.Stored[step.Earlier % model.Stored.Count].Appends;
        var longer = new StreamAppend(earlier[0].Stream, ExpectedVersion.Any, [.. earlier[0].Events, .. Sample.Events(1)]);
        await Assert.ThrowsAsync<DuplicateEventException>(() => StoreAsync([longer, .. earlier.Skip(1)]));
    }

    private async Task MoveAsync(MoveStep step)
    {
        if (model.Stored.Count == 0)
            return;
        var earlier = model.Stored[step.Earlier % model.Stored.Count].Appends[0];
        var target = StreamOf(step.Stream);
        if (earlier.Stream != target)
            await Assert.ThrowsAsync<DuplicateEventException>(() => StoreAsync([new StreamAppend(target, ExpectedVersion.Any, earlier.Events)]));
    }

    private async Task ReadAsync(ReadStep step, StreamId stream)
    {
        var range = new StreamRange { From = step.From, To = step.To, Limit = step.Limit, Direction = step.Direction };
        var read = await store.ReadAsync(stream, range, cancellationToken).ToListAsync(cancellationToken);
        Assert.Equal(model.Read(step, stream), read.Select(recorded => recorded.Id));
        Assert.All(read, recorded => Assert.Equal(model.Of(stream)[(int)recorded.Version.Value], recorded.Id));
        Assert.Equal(model.Of(stream).Count, (await store.HeadAsync(stream, cancellationToken)).Version.Count);
    }

    private async Task ReadLogAsync(ReadLogStep step)
    {
        if (store is not IEventLog log || model.Log.Count == 0)
            return;
        var tenant = StreamOf(0).Tenant;
        var range = new LogRange
        {
            After = step.After is null ? start : await PositionAsync(step.After.Value),
            UpTo = step.UpTo is null ? null : await PositionAsync(step.UpTo.Value),
            Limit = step.Limit,
            Direction = step.Direction,
            Tenant = step.OneTenant ? tenant : null,
        };
        var read = await log.ReadLogAsync(range, cancellationToken).ToListAsync(cancellationToken);
        Assert.Equal(model.ReadLog(step, tenant), read.Select(recorded => recorded.Id));
    }

    private async Task<GlobalPosition?> PositionAsync(int eventNumber) =>
        (await store.FindEventAsync(model.Log[model.Wrap(eventNumber, 0)].Id, cancellationToken))!.Position;

    private StreamAppend NewAppend(AppendStep step)
    {
        var stream = StreamOf(step.Stream);
        return new StreamAppend(stream, step.Expectation.For(model.Of(stream).Count), Sample.Events(step.Events));
    }

    private async Task<IReadOnlyList<AppendResult>> StoreAsync(IReadOnlyList<StreamAppend> appends) => appends.Count == 1
        ? [await store.AppendAsync(appends[0], cancellationToken)]
        : await ((IMultiStreamAppend)store).AppendAsync(appends, cancellationToken);

    private StreamId StreamOf(int stream) => StoreSteps.StreamOf(number, stream);
}
