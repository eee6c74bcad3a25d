namespace Foldstream.Generated.Tests;

/// <summary>A subscriber with handlers of every form, made by its user.</summary>
[Subscription("mailer", Of = typeof(Wallet))]
[Ignores<WalletCounted>]
internal sealed partial class Mailer(List<string> sent)
{
    private async Task Handle(WalletFilled e, EventContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        sent.Add($"{context.Stream.Id} got {e.Amount}");
    }

    private ValueTask Handle(WalletEmptied e)
    {
        sent.Add($"lost {e.Amount}");
        return ValueTask.CompletedTask;
    }
}

/// <summary>A nested one, with a struct as event and a handler that returns nothing.</summary>
internal static partial class Bells
{
    [Subscription("bell")]
    internal sealed partial class Bell
    {
        public int Rung { get; private set; }

        private void Handle(in Counted e) => Rung += e.By;
    }
}

/// <summary>A subscriber that takes what is there at once.</summary>
[Subscription("search", Of = typeof(Wallet))]
[Ignores<WalletCounted>]
internal sealed partial class Search
{
    public List<IReadOnlyList<TypedEvent>> Batches { get; } = [];

    private Task Handle(IReadOnlyList<TypedEvent> events, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Batches.Add(events);
        return Task.CompletedTask;
    }
}

/// <summary>What stands for a store's transaction.</summary>
internal sealed class Rows
{
    public List<string> Written { get; } = [];
}

[Projector("ledger")]
internal sealed partial class LedgerRows
{
    private async ValueTask Project(WalletFilled e, EventContext context, Rows transaction, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Written.Add($"{context.Version} +{e.Amount}");
    }

    private void Project(WalletEmptied e, Rows transaction) => transaction.Written.Add($"-{e.Amount}");
}
