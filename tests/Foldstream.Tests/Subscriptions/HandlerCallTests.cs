namespace Foldstream.Tests;

/// <summary>What comes of a handler that is late: the late one here waits until it is told to end.</summary>
public sealed class HandlerCallTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly InMemoryEventStore store = new();
    private readonly LoopTokens tokens = new();
    private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ending = new();
    private readonly HandlerCall calls;

    public HandlerCallTests()
    {
        var part = SubscriberWork.Part(new Listener(), null, new SubscriptionOptions { HandlerTimeout = TimeSpan.FromMilliseconds(20) });
        calls = new HandlerCall(new SubscriptionContext(store, part, RunOptions.Default), 0, tokens);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        ending.TrySetResult();
        calls.Dispose();
        tokens.Dispose();
        return store.DisposeAsync();
    }

    [Fact]
    public async Task A_late_handler_whose_effects_the_store_keeps_is_awaited_and_its_good_end_counts()
    {
        var call = RunToEndAsync();
        await CancelledAsync();
        Assert.False(call.IsCompleted);
        ending.SetResult();
        await call.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task A_late_handler_that_fails_in_the_end_was_too_late()
    {
        var call = RunToEndAsync();
        await CancelledAsync();
        ending.SetException(new InvalidOperationException("rolled back"));
        await Assert.ThrowsAsync<HandlerTimeoutException>(() => call.WaitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task A_late_handler_whose_result_can_be_ignored_is_not_awaited()
    {
        await Assert.ThrowsAsync<HandlerTimeoutException>(() => calls.RunAsync(LateAsync, 0).AsTask().WaitAsync(Patience, Cancellation));
        Assert.False(ending.Task.IsCompleted);
    }

    [Fact]
    public async Task A_late_handler_that_is_awaited_is_abandoned_with_its_partition()
    {
        var call = RunToEndAsync();
        await CancelledAsync();
        tokens.GiveUpNow();
        await Assert.ThrowsAsync<HandlerAbandonedException>(() => call.WaitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task The_cancellation_of_a_late_handler_is_not_that_of_the_next()
    {
        await Assert.ThrowsAsync<HandlerTimeoutException>(() => calls.RunAsync(LateAsync, 0).AsTask().WaitAsync(Patience, Cancellation));
        var isCancelled = true;
        await calls.RunAsync(
            (_, cancellation) =>
            {
                isCancelled = cancellation.IsCancellationRequested;
                return ValueTask.CompletedTask;
            },
            0);
        Assert.False(isCancelled);
    }

    private Task RunToEndAsync() => calls.RunToEndAsync(LateAsync, 0).AsTask();

    private async ValueTask LateAsync(int argument, CancellationToken cancellation)
    {
        await using var told = cancellation.Register(() => cancelled.TrySetResult());
        await ending.Task;
    }

    private Task CancelledAsync() => cancelled.Task.WaitAsync(Patience, Cancellation);
}
