using System.Diagnostics;
using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>Processes share projections, a subscriber and a projector while others write; one of them is killed or freezes, and another one joins.</summary>
/// <typeparam name="TStore">The store; a node's program has to know it.</typeparam>
public abstract class NodeProcessesContract<TStore> : IAsyncLifetime
    where TStore : class, IReadModelStore, ILeaseStore
{
    private const int Partitions = 8;

    // That of the nodes.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    // The rest is for a machine that is busy with other things.
    private static readonly TimeSpan LongestMove = 10 * Lease;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-nodes-");
    private readonly List<NodeProcess> all = [];
    private readonly List<NodeProcess> living = [];
    private TStore? store;

    public static TheoryData<int> Rounds { get; } = [.. Enumerable.Range(0, RaceRounds.IsLong ? 20 : 1)];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Which store a node works on, in the words of its program.</summary>
    protected abstract IEnumerable<string> StoreOfNodes { get; }

    /// <summary>The projector whose rows are read.</summary>
    protected abstract string Projector { get; }

    /// <summary>Makes an empty store, and in it the table of the projector's rows.</summary>
    protected abstract ValueTask<TStore> OpenAsync();

    /// <summary>Events and amounts of the projector's rows.</summary>
    protected abstract Task<IReadOnlyList<(Guid Event, long Amount)>> ReadRowsAsync();

    private TStore Store => store ?? throw new InvalidOperationException("The store is opened by InitializeAsync.");

    private string[] Subscriptions => ["tallies", "groups", "teller", Projector];

    public async ValueTask InitializeAsync() => store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var node in all)
            await node.DisposeAsync();
        if (store is not null)
            await store.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public Task Each_event_is_handled_in_order_and_counts_once_while_a_node_is_killed_and_another_joins(int round) => HandledOnceWhileAsync(
        round,
        async random =>
        {
            await KillAsync(living[random.Next(living.Count)]);
            var moving = Stopwatch.StartNew();
            await StartAsync("d");
            await UntilSharedEvenlyAsync();
            Assert.True(moving.Elapsed < LongestMove, $"The partitions of the killed node had moved after {moving.Elapsed}.");
        });

    [Theory]
    [MemberData(nameof(Rounds))]
    public Task Each_event_is_handled_in_order_and_counts_once_while_a_node_freezes_and_wakes_when_its_partitions_are_others(int round) => HandledOnceWhileAsync(
        round,
        async random =>
        {
            var frozen = living[random.Next(living.Count)];
            await frozen.FreezeAsync(Cancellation);
            await UntilMovedFromAsync(frozen);
            await frozen.WakeAsync(Cancellation);
        });

    /// <summary>Disturbs three nodes while writers append, and holds all that was handled against the log in the end.</summary>
    private async Task HandledOnceWhileAsync(int round, Func<Random, Task> disturbAsync)
    {
        var random = new Random(round);
        await using var writers = new MarkWriters(Store, round, Cancellation);
        await StartAsync("a", "b", "c");
        await UntilSharedEvenlyAsync();
        await writers.AfterAsync(random.Next(20, 120), Cancellation);

        await disturbAsync(random);

        await writers.AfterAsync(50, Cancellation);
        await UntilAsync([], () => Task.FromResult(living.Where(node => node.ReadLog().Length == 0).Select(node => $"{node.Name} has handled nothing")));
        await writers.EndAsync();
        await UntilCaughtUpAsync();
        await UntilSharedEvenlyAsync();
        await Task.WhenAll(living.Select(node => node.StopAsync(Cancellation))).WaitAsync(Patience, Cancellation);
        await AssertHandledAsync(await Store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation));
    }

    private async Task StartAsync(params string[] names)
    {
        var starts = names.Select(name => NodeProcess.StartAsync(name, StoreOfNodes, Path.Combine(folder.FullName, name), Cancellation)).ToArray();
        foreach (var start in starts)
        {
            var node = await start.WaitAsync(Patience, Cancellation);
            all.Add(node);
            living.Add(node);
        }
    }

    private async Task KillAsync(NodeProcess node)
    {
        Assert.NotEmpty(node.ReadLog());
        await node.KillAsync(Cancellation);
        living.Remove(node);
    }

    /// <summary>Waits until others have taken everything that a node has, as far as it does not stand still inside a transaction, which excludes them.</summary>
    private async Task UntilMovedFromAsync(NodeProcess node)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < 3 * Lease; await Task.Delay(50, Cancellation))
        {
            var leases = new List<Lease>();
            foreach (var subscription in Subscriptions)
                leases.AddRange(await Store.ReadLeasesAsync(subscription, Cancellation));
            if (leases.TrueForAll(lease => lease.Node is { } holder && holder != node.Name))
                return;
        }
    }

    private async Task UntilSharedEvenlyAsync()
    {
        string[] names = [.. living.Select(node => node.Name)];
        var even = names.Order(StringComparer.Ordinal).Select(name => $"{name}: {LeaseShare.Of(Partitions, names, name)}").ToList();
        foreach (var subscription in Subscriptions)
            await UntilAsync(even, async () => (await Store.ReadLeasesAsync(subscription, Cancellation))
                .GroupBy(lease => lease.Node, StringComparer.Ordinal).OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => $"{node.Key}: {node.Count()}"));
    }

    private async Task UntilCaughtUpAsync()
    {
        var head = await Store.HeadAsync(Cancellation);
        foreach (var subscription in Subscriptions)
            await UntilAsync([], async () => (await Store.ReadCheckpointsAsync(subscription, Cancellation))
                .Where(checkpoint => !(checkpoint.Position >= head)).Select(checkpoint => $"{subscription} {checkpoint.Partition} is at {checkpoint.Position}"));
    }

    private async Task UntilAsync(IReadOnlyCollection<string> expected, Func<Task<IEnumerable<string>>> look)
    {
        using var late = new CancellationTokenSource(Patience);
        string[] seen;
        while (!(seen = [.. await look()]).SequenceEqual(expected))
        {
            foreach (var node in living)
                await node.CheckRunsAsync();
            Assert.False(late.IsCancellationRequested, $"It did not come to [{string.Join(", ", expected)}]; it is [{string.Join(", ", seen)}].");
            await Task.Delay(50, Cancellation);
        }
    }

    private async Task AssertHandledAsync(List<RecordedEvent> log)
    {
        AssertHandledInOrder(log);
        foreach (var subscription in Subscriptions)
            Assert.Equal(0, await Store.CountDeadLettersAsync(subscription, Cancellation));
        Assert.Equal(
            log.Select(recorded => (recorded.Id, MarkWriters.Read(recorded).Amount)).Order(), (await ReadRowsAsync()).Order());
        Assert.Equal(Folded(log, recorded => recorded.Stream.Id), await DocumentsAsync("tallies"));
        Assert.Equal(Folded(log, recorded => MarkWriters.Read(recorded).Group, hasOrder: false), await DocumentsAsync("groups"));
        foreach (var subscription in Subscriptions.Except(["teller"]))
            Assert.Equal((subscription, log.Count), (subscription, (await Store.ReadCheckpointsAsync(subscription, Cancellation)).Sum(checkpoint => checkpoint.Handled)));
    }

    /// <summary>Every event was handled at least once; in no process, as long as it held a partition, one before its predecessor of the stream or twice.</summary>
    private void AssertHandledInOrder(List<RecordedEvent> log)
    {
        HandledMark[] handled = [.. all.SelectMany(node => node.ReadLog())];
        Assert.Equal(log.Select(recorded => recorded.Id).Order(), handled.Select(mark => mark.Event).Distinct().Order());
        var versions = log.ToDictionary(recorded => recorded.Id, recorded => (recorded.Stream.Id, recorded.Version.Value));
        Assert.All(handled, mark => Assert.Equal(versions[mark.Event], (mark.Stream, mark.Version)));
        foreach (var taking in handled.GroupBy(mark => (mark.Node, mark.Partition, mark.Taking, mark.Stream)))
        {
            long[] seen = [.. taking.OrderBy(mark => mark.Number).Select(mark => mark.Version)];
            Assert.Equal(Enumerable.Range(0, seen.Length).Select(step => seen[0] + step), seen);
        }

        Assert.All(handled.GroupBy(mark => mark.Stream), stream => Assert.Single(stream.Select(mark => mark.Partition).Distinct()));
    }

    private static List<string> Folded(List<RecordedEvent> log, Func<RecordedEvent, string> key, bool hasOrder = true) =>
    [
        .. from recorded in log
           group MarkWriters.Read(recorded).Amount by key(recorded) into amounts
           orderby amounts.Key
           let digest = amounts.Aggregate(0L, (before, amount) => ((before * 31) + amount) % 1_000_003)
           select Line(amounts.Key, amounts.Count(), amounts.Sum(), hasOrder ? digest : 0),
    ];

    private async Task<List<string>> DocumentsAsync(string projection)
    {
        var documents = await Store.QueryAsync(new DocumentCollection(projection), new DocumentQuery(), Cancellation);
        return [.. documents.OrderBy(document => document.Key.Id).Select(LineOf)];
    }

    private static string LineOf(StoredDocument document)
    {
        using var json = JsonDocument.Parse(document.Content);
        var digest = json.RootElement.TryGetProperty("digest", out var member) ? member.GetInt64() : 0;
        return Line(document.Key.Id, document.Metadata.Version, json.RootElement.GetProperty("total").GetInt64(), digest);
    }

    private static string Line(string key, long events, long total, long digest) => $"{key}: {events} events, total {total}, digest {digest}";
}
