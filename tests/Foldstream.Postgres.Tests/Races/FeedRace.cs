using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Many writers, some of which hold their transactions open or roll them back, against readers that follow the log.</summary>
internal sealed class FeedRace(PostgresEventStore store, string schema, int seed)
{
    private const int Writers = 24;
    private const int AppendsEach = 6;
    private const int Followers = 3;
    private const int LongestHoldInMicroseconds = 8000;

    private volatile bool written;

    /// <summary>What a reader that asks for «position > last» got.</summary>
    public List<long> Naive { get; } = [];

    /// <summary>What readers of the store's log got.</summary>
    public List<long>[] Followed { get; } = [.. Enumerable.Range(0, Followers).Select(_ => new List<long>())];

    /// <summary>What is there in the end.</summary>
    public List<long> Stored { get; } = [];

    public async Task RunAsync(GlobalPosition? start, CancellationToken cancellationToken)
    {
        var readers = Followed.Select(followed => FollowAsync(followed, start, cancellationToken))
            .Append(FollowNaivelyAsync(start?.Value ?? 0, cancellationToken)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer, cancellationToken), cancellationToken)));
        written = true;
        await Task.WhenAll(readers);
        await AddPageAsync(Stored, start?.Value ?? 0, int.MaxValue, cancellationToken);
    }

    private async Task WriteAsync(int writer, CancellationToken cancellationToken)
    {
        var random = new Random((seed * 1000) + writer);
        for (var number = 0; number < AppendsEach; number++)
        {
            // Few enough streams that writers meet, at random places in their order.
            var stream = Sample.Stream($"s{random.Next(200)}");
            var append = new StreamAppend(stream, ExpectedVersion.Any, Sample.Events(random.Next(1, 4)));
            if (writer % 3 != 0)
                await AppendHeldAsync(append, writer, random, cancellationToken);
            else if (number % 2 == 0)
                await store.AppendAsync(append, cancellationToken);
            else
                await store.AppendAsync([append, OwnOf(writer), new StreamAppend(Sample.Stream("of-all"), ExpectedVersion.Any, Sample.Events(1))], cancellationToken);
        }
    }

    private static StreamAppend OwnOf(int writer) => new(Sample.Stream($"own-{writer}"), ExpectedVersion.Any, Sample.Events(1));

    private async Task AppendHeldAsync(StreamAppend append, int writer, Random random, CancellationToken cancellationToken)
    {
        await using var connection = await TestServer.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await store.AppendAsync(append, transaction, cancellationToken);
        // Nobody else appends to it, so nobody waits for one who waits.
        if (random.Next(2) == 0)
            await store.AppendAsync(OwnOf(writer), transaction, cancellationToken);
        await using (var hold = new NpgsqlCommand($"SELECT pg_sleep({random.Next(LongestHoldInMicroseconds)} / 1000000.0)", connection))
            await hold.ExecuteNonQueryAsync(cancellationToken);
        if (random.Next(5) == 0)
            await transaction.RollbackAsync(cancellationToken);
        else
            await transaction.CommitAsync(cancellationToken);
    }

    private async Task FollowAsync(List<long> followed, GlobalPosition? start, CancellationToken cancellationToken)
    {
        for (var last = start; ;)
        {
            // Taken before the read: when it was over by then, an empty page is the end.
            var isLast = written;
            var page = new CollectingVisitor();
            await store.ReadAsync(new LogRange { After = last, Limit = 40 }, page, cancellationToken);
            followed.AddRange(page.Events.Select(recorded => recorded.Position!.Value.Value));
            last = page.Events.Count > 0 ? page.Events[^1].Position : last;
            if (isLast && page.Events.Count == 0)
                return;
        }
    }

    private async Task FollowNaivelyAsync(long last, CancellationToken cancellationToken)
    {
        for (var isLast = false; !isLast;)
        {
            isLast = written;
            await AddPageAsync(Naive, Naive.Count > 0 ? Naive[^1] : last, 40, cancellationToken);
            await Task.Yield();
        }
    }

    private async Task AddPageAsync(List<long> positions, long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = TestServer.Source.CreateCommand(
            $"SELECT position FROM {schema}.events WHERE position > {after} ORDER BY position LIMIT {limit}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            positions.Add(reader.GetInt64(0));
    }
}
