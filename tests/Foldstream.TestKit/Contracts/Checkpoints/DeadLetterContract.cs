namespace Foldstream.TestKit;

/// <summary>What a subscription could not handle is kept once for each event, and found again.</summary>
public abstract class DeadLetterContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, ISubscriptionStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task A_letter_comes_back_as_it_was_kept()
    {
        var letter = Letters.Of("mailer", await PositionAsync(), Clock.Now);
        await Store.SaveDeadLetterAsync(letter, Cancellation);
        Assert.Equal(letter, Assert.Single(await Store.ReadDeadLettersAsync("mailer", cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task A_letter_may_be_without_a_stack()
    {
        var letter = Letters.Of("mailer", await PositionAsync(), Clock.Now) with { StackTrace = null, Stream = Sample.Stream() };
        await Store.SaveDeadLetterAsync(letter, Cancellation);
        Assert.Equal(letter, Assert.Single(await Store.ReadDeadLettersAsync(cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task A_letter_of_the_same_event_replaces_the_first_and_keeps_its_first_time()
    {
        var first = Letters.Of("mailer", await PositionAsync(), Clock.Now, attempts: 2);
        await Store.SaveDeadLetterAsync(first, Cancellation);
        Clock.Move(TimeSpan.FromMinutes(1));
        var second = first with { ErrorMessage = "Something else.", Attempts = 3, FirstFailedAt = Clock.Now, LastFailedAt = Clock.Now };
        await Store.SaveDeadLetterAsync(second, Cancellation);
        var kept = Assert.Single(await Store.ReadDeadLettersAsync("mailer", cancellationToken: Cancellation));
        Assert.Equal(second with { FirstFailedAt = first.FirstFailedAt, Attempts = 5 }, kept);
        Assert.Equal(1, await Store.CountDeadLettersAsync("mailer", Cancellation));
    }

    [Fact]
    public async Task Subscriptions_keep_letters_of_the_same_event_apart()
    {
        var letter = Letters.Of("mailer", await PositionAsync(), Clock.Now);
        await Store.SaveDeadLetterAsync(letter, Cancellation);
        await Store.SaveDeadLetterAsync(letter with { Subscription = "printer" }, Cancellation);
        Assert.Equal(1, await Store.CountDeadLettersAsync("mailer", Cancellation));
        Assert.Equal(2, (await Store.ReadDeadLettersAsync(cancellationToken: Cancellation)).Count);
        Assert.True(await Store.DiscardDeadLetterAsync("mailer", letter.EventId, Cancellation));
        Assert.False(await Store.DiscardDeadLetterAsync("mailer", letter.EventId, Cancellation));
        Assert.Equal(0, await Store.CountDeadLettersAsync("mailer", Cancellation));
        Assert.Equal(1, await Store.CountDeadLettersAsync("printer", Cancellation));
    }

    [Fact]
    public async Task Letters_come_in_pages_by_position()
    {
        var letters = new List<DeadLetter>();
        for (var index = 0; index < 5; index++)
            letters.Add(Letters.Of("mailer", await PositionAsync(), Clock.Now));
        foreach (var letter in Enumerable.Reverse(letters))
            await Store.SaveDeadLetterAsync(letter, Cancellation);
        var page = await Store.ReadDeadLettersAsync("mailer", 2, null, Cancellation);
        Assert.Equal(letters[..2], page);
        Assert.Equal(letters[2..], await Store.ReadDeadLettersAsync("mailer", 100, page[^1].Position, Cancellation));
    }

    [Fact]
    public async Task A_step_keeps_its_letters()
    {
        await Store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("mailer", 0, Cancellation);
        var position = await PositionAsync();
        var letter = Letters.Of("mailer", position, Clock.Now);
        var step = new Progress("mailer", 0, held.Token, position, 1) { DeadLetters = [letter] };
        await Store.AdvanceAsync(step, Cancellation);
        Assert.Equal(letter, Assert.Single(await Store.ReadDeadLettersAsync("mailer", cancellationToken: Cancellation)));
        Assert.Equal(position, Assert.Single(await Store.ReadCheckpointsAsync("mailer", Cancellation)).Position);
        // The same event may fail again after a restart.
        await Store.AdvanceAsync(step, Cancellation);
        Assert.Equal(2, Assert.Single(await Store.ReadDeadLettersAsync("mailer", cancellationToken: Cancellation)).Attempts);
    }

    [Fact]
    public async Task A_step_removes_the_letters_that_it_settles()
    {
        await Store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("mailer", 0, Cancellation);
        var (settled, other) = (Letters.Of("mailer", await PositionAsync(), Clock.Now), Letters.Of("mailer", await PositionAsync(), Clock.Now));
        foreach (var letter in new[] { settled, other, settled with { Subscription = "printer" } })
            await Store.SaveDeadLetterAsync(letter, Cancellation);
        await Store.AdvanceAsync(new Progress("mailer", 0, held.Token, other.Position, 0) { Settled = [settled.EventId] }, Cancellation);
        Assert.Equal(other, Assert.Single(await Store.ReadDeadLettersAsync("mailer", cancellationToken: Cancellation)));
        Assert.Equal(1, await Store.CountDeadLettersAsync("printer", Cancellation));
    }

    [Fact]
    public async Task A_step_that_settles_a_letter_which_is_gone_is_refused_as_a_whole()
    {
        await Store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("mailer", 0, Cancellation);
        var letter = Letters.Of("mailer", await PositionAsync(), Clock.Now);
        await Store.SaveDeadLetterAsync(letter, Cancellation);
        var step = new Progress("mailer", 0, held.Token, letter.Position, 1) { Settled = [letter.EventId, Guid.CreateVersion7()] };
        var gone = await Assert.ThrowsAsync<DeadLetterGoneException>(async () => await Store.AdvanceAsync(step, Cancellation));
        Assert.Equal(("mailer", step.Settled[1]), (gone.Subscription, gone.EventId));
        Assert.Equal((null, 0), Assert.Single(await Store.ReadCheckpointsAsync("mailer", Cancellation)) is var still ? (still.Position, still.Handled) : default);
        Assert.Equal(1, await Store.CountDeadLettersAsync("mailer", Cancellation));
    }

    [Fact]
    public async Task A_step_without_the_token_settles_nothing()
    {
        await Store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("mailer", 0, Cancellation);
        await Store.TakeOverAsync("mailer", 0, Cancellation);
        var letter = Letters.Of("mailer", await PositionAsync(), Clock.Now);
        await Store.SaveDeadLetterAsync(letter, Cancellation);
        var step = new Progress("mailer", 0, held.Token, letter.Position, 0) { Settled = [letter.EventId] };
        await Assert.ThrowsAsync<PartitionLostException>(async () => await Store.AdvanceAsync(step, Cancellation));
        Assert.Equal(1, await Store.CountDeadLettersAsync("mailer", Cancellation));
    }

    [Fact]
    public async Task A_limit_below_one_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store.ReadDeadLettersAsync("mailer", 0, null, Cancellation));

    private async ValueTask<GlobalPosition> PositionAsync() => (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
}
