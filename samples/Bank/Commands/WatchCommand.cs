namespace Bank;

/// <summary><c>watch [--until MOVEMENTS] [--store STORE]</c>.</summary>
internal static class WatchCommand
{
    public static async Task<int> RunAsync(Terminal terminal, long? until, StoreChoice choice, CancellationToken cancellationToken)
    {
        await using var store = await choice.OpenAsync();
        await using var running = await BankReadModels.RunAsync(store, cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A read model that stops is not watched any longer: its error is told.
        var watching = WatchView.ShowAsync(terminal, store, until, ended.Token);
        var stopped = running.WaitAsync(ended.Token);
        var first = await Task.WhenAny(watching, stopped);
        await ended.CancelAsync();
        await first;
        return 0;
    }
}
