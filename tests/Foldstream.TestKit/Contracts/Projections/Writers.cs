namespace Foldstream.TestKit;

/// <summary>Payers who go on paying while a test does something else; none of them ever closes.</summary>
public sealed class Writers : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Task[] writers;
    private int appends;

    public Writers(IEventStore store, int count, CancellationToken cancellation)
    {
        writers = [.. Enumerable.Range(0, count).Select(writer => Task.Run(() => WriteAsync(store, writer, cancellation), cancellation))];
    }

    /// <summary>How many appends were told to be stored.</summary>
    public int Appends => Volatile.Read(ref appends);

    /// <summary>Completes when so many more appends were stored.</summary>
    public async Task AfterAsync(int more, CancellationToken cancellation)
    {
        var target = Appends + more;
        while (Appends < target)
        {
            Assert.DoesNotContain(writers, writer => writer.IsFaulted);
            await Task.Delay(1, cancellation);
        }
    }

    /// <summary>Ends the appends; what a writer met is thrown.</summary>
    public async Task EndAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(writers);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(writers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task WriteAsync(IEventStore store, int writer, CancellationToken cancellation)
    {
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var payment = new Payment(1, $"purpose-{number % 3}", $"purpose-{(number + 1) % 5}");
            await store.AppendAsync(Payment.By($"writer-{writer}-{number % 7}"), ExpectedVersion.Any, [payment.Event()], cancellation);
            Interlocked.Increment(ref appends);
            await Task.Yield();
        }
    }
}
