using Foldstream;

namespace Bank;

/// <summary>The read models of the bank, kept up to date behind the bookings while this runs.</summary>
internal static class BankReadModels
{
    public static Task<RunningSubscriptions> RunAsync(IReadModelStore store, CancellationToken cancellationToken) =>
        store.RunAsync(
            run => run
                .Project<AccountBalance>(Lifecycle.Async)
                .Project<PurposeTotal>(Lifecycle.Async),
            cancellationToken);
}
