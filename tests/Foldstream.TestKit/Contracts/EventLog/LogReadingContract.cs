namespace Foldstream.TestKit;

/// <summary>Long logs are read page by page; visitors may stop and throw; positions of other stores are refused.</summary>
public abstract class LogReadingContract<TStore, TFixture> : LogContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Page = 512;

    [Theory]
    [InlineData(Page)]
    [InlineData(Page + 1)]
    [InlineData((2 * Page) + 3)]
    public async Task Long_log_is_read_whole_in_both_directions(int length)
    {
        await FillAsync(length);
        await AssertLogAsync(Enumerable.Range(0, length));
        await AssertLogAsync(Enumerable.Range(0, length).Reverse(), new LogRange { Direction = ReadDirection.Backwards });
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Page + 1)]
    [InlineData(2 * Page)]
    public async Task Limit_counts_over_pages(int limit)
    {
        await FillAsync(3 * Page);
        await AssertLogAsync(Enumerable.Range(0, limit), new LogRange { Limit = limit });
        await AssertLogAsync(
            Enumerable.Range(0, 3 * Page).Reverse().Take(limit), new LogRange { Limit = limit, Direction = ReadDirection.Backwards });
    }

    [Fact]
    public async Task Filter_holds_over_pages()
    {
        await FillAsync(3 * Page);
        var odd = Enumerable.Range(0, 3 * Page).Where(number => number % 2 == 1);
        await AssertLogAsync(odd, new LogRange { Category = "odd" });
        await AssertLogAsync(odd.Reverse(), new LogRange { Category = "odd", Direction = ReadDirection.Backwards });
    }

    [Fact]
    public async Task Visitor_that_says_stop_sees_no_more()
    {
        await FillAsync(9);
        var visitor = new CollectingVisitor(stopAfter: 2);
        await Store.ReadAsync(LogRange.All, visitor, Cancellation);
        Assert.Equal([0, 1], visitor.Events.Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Visitor_that_throws_leaves_the_store_usable()
    {
        await FillAsync(9);
        for (var round = 0; round < 50; round++)
            await Assert.ThrowsAsync<NotSupportedException>(
                async () => await Store.ReadAsync(LogRange.All, new ThrowingVisitor(), Cancellation));
        await AppendAsync(Sample.Stream(), Sample.Events(1, first: 9));
        await AssertLogAsync(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task Position_of_another_store_is_refused()
    {
        await FillAsync(2);
        var foreign = InAnotherStore((await Store.HeadAsync(Cancellation))!.Value);
        foreach (var range in (LogRange[])[new() { After = foreign }, new() { UpTo = foreign }])
        {
            var error = await Assert.ThrowsAsync<ForeignPositionException>(async () => await ReadLogAsync(range));
            Assert.Equal(foreign, error.Position);
            Assert.NotEqual(foreign.Store, error.Store);
        }
    }

    [Fact]
    public async Task Cancelled_reads_end()
    {
        await FillAsync(2);
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.ReadAsync(LogRange.All, new CollectingVisitor(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.HeadAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.ReadLogAsync(cancellationToken: cancelled).ToListAsync(Cancellation));
    }

    private async ValueTask FillAsync(int length)
    {
        for (var number = 0; number < length; number++)
            await AppendAsync(Sample.Stream(category: number % 2 == 1 ? "odd" : "even"), Sample.Numbered(number));
    }

    private sealed class ThrowingVisitor : IEventVisitor
    {
        public bool Visit(in StoredEvent stored) => throw new NotSupportedException("A visitor broke.");
    }
}
