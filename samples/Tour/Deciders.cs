using Foldstream;

namespace Tour;

internal static class Deciders
{
    public static async Task RunAsync(IEventStore store)
    {
        #region decide
        await store.DecideAsync<Wallet, Deposit>("alice", new Deposit(10m));
        await store.DecideAsync<Wallet, Withdraw>("alice", new Withdraw(4m));

        var wallet = await store.FoldAsync<Wallet>("alice");
        Console.WriteLine($"{wallet.State.Balance} after {wallet.Version} events");
        #endregion

        #region pure
        var events = Wallet.Decide(new Deposit(3m), Wallet.InitialState);
        Console.WriteLine(string.Join(", ", events));
        #endregion
    }
}
