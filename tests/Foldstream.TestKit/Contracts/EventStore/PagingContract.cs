namespace Foldstream.TestKit;

/// <summary>Long streams are read page by page without losing or repeating an event at the seams.</summary>
public abstract class PagingContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Page = 512;

    private readonly StreamId stream = Sample.Stream();

    [Theory]
    [InlineData(Page)]
    [InlineData(Page + 1)]
    [InlineData(2 * Page)]
    [InlineData((2 * Page) + 3)]
    public async Task Long_stream_is_read_whole_in_both_directions(int length)
    {
        await AppendAsync(stream, Sample.Events(length));
        var all = Enumerable.Range(0, length).ToArray();
        await AssertNumbersAsync(all, stream);
        await AssertNumbersAsync(all.Reverse(), stream, new StreamRange { Direction = ReadDirection.Backwards });
    }

    [Theory]
    [InlineData(Page - 1)]
    [InlineData(Page)]
    [InlineData(Page + 1)]
    [InlineData(2 * Page)]
    public async Task Limit_counts_over_pages(int limit)
    {
        await AppendAsync(stream, Sample.Events(3 * Page));
        var range = new StreamRange { From = 7, Limit = limit };
        await AssertNumbersAsync(Enumerable.Range(7, limit), stream, range);
        var back = new StreamRange { To = (3 * Page) - 8, Limit = limit, Direction = ReadDirection.Backwards };
        await AssertNumbersAsync(Enumerable.Range((3 * Page) - 7 - limit, limit).Reverse(), stream, back);
    }

    [Fact]
    public async Task Bounds_hold_over_pages()
    {
        await AppendAsync(stream, Sample.Events(3 * Page));
        var range = new StreamRange { From = 5, To = 4 + (2 * Page) };
        await AssertNumbersAsync(Enumerable.Range(5, 2 * Page), stream, range);
        Assert.Equal(
            Enumerable.Range(5, 2 * Page).Reverse(),
            await NumbersAsync(stream, range with { Direction = ReadDirection.Backwards }));
    }

    [Fact]
    public async Task Events_that_are_appended_while_reading_forwards_are_read_too()
    {
        await AppendAsync(stream, Sample.Events(Page));
        var seen = new List<int>();
        await foreach (var recorded in Store.ReadAsync(stream, cancellationToken: Cancellation))
        {
            seen.Add(Sample.NumberOf(recorded));
            if (seen.Count == 1)
                await AppendAsync(stream, Sample.Events(1, first: Page));
        }

        Assert.Equal(Enumerable.Range(0, Page + 1), seen);
    }

    [Fact]
    public async Task Cancellation_ends_a_read_between_pages()
    {
        await AppendAsync(stream, Sample.Events(2 * Page));
        using var source = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(ReadUntilCancelledAsync);
        Assert.InRange(seen, 1, Page);

        async Task ReadUntilCancelledAsync()
        {
            await foreach (var recorded in Store.ReadAsync(stream, cancellationToken: source.Token))
            {
                seen++;
                await source.CancelAsync();
            }
        }
    }
}
