namespace Foldstream.Benchmarks;

/// <summary>What is done to a store, on either side.</summary>
internal static class StoreWorkloads
{
    public const int ManyCallers = 256;

    private const int StreamsOfCommands = 500;
    private const int EventsOfCommands = 20;

    /// <summary>The workloads against two floors.</summary>
    /// <param name="same">By hand, with the same guarantees.</param>
    /// <param name="raw">By hand, without an order that is safe to follow.</param>
    /// <param name="toolkit">The toolkit.</param>
    /// <param name="manyCallers">What appends of many callers are to reach; it depends on how long a commit takes.</param>
    public static IEnumerable<Workload> Of(IFloor same, IFloor raw, ToolkitSide toolkit, Target manyCallers)
    {
        Workload Each(string name, Target target, Func<IFloor, Action<int>> work) => new(name, work(same), work(toolkit), work(raw)) { Target = target };

        yield return Each("append 1 to new streams", Targets.Append, AppendToNew);
        foreach (var callers in (int[])[1, 8, 32])
            yield return Each($"append 1 with {Callers(callers)}", Targets.Append, side => Append(side, $"one-{callers}", callers, 1));
        yield return Each($"append 1 with {ManyCallers} callers", manyCallers, AppendOfMany);
        foreach (var callers in (int[])[1, 8])
            yield return Each($"append 10 with {Callers(callers)}", Targets.Append, side => Append(side, $"ten-{callers}", callers, 10));
        foreach (var events in (int[])[10, 100, 1000])
            yield return Each($"load and fold {events}", Targets.Load(events), side => Load(side, events));
        foreach (var callers in (int[])[1, 16])
            yield return Each($"command with {Callers(callers)}", Targets.Command, side => Command(side, callers));
    }

    /// <summary>Appends of so many callers that sharing commits pays, by either side.</summary>
    public static Action<int> AppendOfMany(IFloor side) => Append(side, $"{Guid.NewGuid():N}", ManyCallers, 1);

    private static string Callers(int count) => count == 1 ? "1 caller" : $"{count} callers";

    private static Action<int> AppendToNew(IFloor side)
    {
        var next = 0;
        return count => Run(1, count, _ => side.AppendAsync($"new-{next++}", -1, [SampleOrder.Value]));
    }

    private static Action<int> Append(IFloor side, string name, int callers, int events)
    {
        var versions = Enumerable.Repeat(-1L, callers).ToArray();
        var batch = SampleOrder.Many(events);
        return count => Run(callers, count, async caller =>
        {
            await side.AppendAsync($"{name}-{caller}", versions[caller], batch);
            versions[caller] += events;
        });
    }

    private static Action<int> Load(IFloor side, int events)
    {
        const int Streams = 20;
        for (var stream = 0; stream < Streams; stream++)
            side.AppendAsync($"load-{events}-{stream}", -1, SampleOrder.Many(events)).GetAwaiter().GetResult();
        var next = 0;
        return count => Run(1, count, async _ =>
        {
            var (total, version) = await side.LoadAsync($"load-{events}-{next++ % Streams}");
            if (version != events - 1 || total != events * SampleOrder.Value.Total)
                throw new InvalidOperationException("The load is wrong, so its time means nothing.");
        });
    }

    // Streams of 20 events; each command adds one, on both sides alike.
    private static Action<int> Command(IFloor side, int callers)
    {
        for (var stream = 0; stream < StreamsOfCommands; stream++)
            side.AppendAsync($"command-{callers}-{stream}", -1, SampleOrder.Many(EventsOfCommands)).GetAwaiter().GetResult();
        var next = new int[callers];
        return count => Run(callers, count, async caller =>
        {
            // Callers have streams of their own.
            var stream = $"command-{callers}-{(next[caller]++ * callers + caller) % (StreamsOfCommands / callers * callers)}";
            if (side is ToolkitSide toolkit)
            {
                await toolkit.ExecuteAsync(stream);
            }
            else
            {
                var (_, version) = await side.LoadAsync(stream);
                await side.AppendAsync(stream, version, [SampleOrder.Value]);
            }
        });
    }

    /// <summary>Runs so many operations, spread over callers that each wait for one before the next.</summary>
    private static void Run(int callers, int count, Func<int, Task> operation)
    {
        var tasks = new Task[callers];
        for (var caller = 0; caller < callers; caller++)
        {
            var number = caller;
            var own = (count / callers) + (caller < count % callers ? 1 : 0);
            tasks[caller] = Task.Run(async () =>
            {
                for (var index = 0; index < own; index++)
                    await operation(number);
            });
        }

        Task.WaitAll(tasks);
    }
}
