namespace Foldstream.TestKit;

/// <summary>What an adapter gives to the contracts: a fresh, empty store for each test.</summary>
/// <remarks>
/// Each test creates a fixture of its own, opens one store, disposes of the store and then of the fixture, which removes
/// what the store left behind. The options are to reach the store as they are.
/// </remarks>
/// <typeparam name="TStore">The adapter's store; the contracts that fit are those for the ports that it implements.</typeparam>
public interface IStoreFixture<TStore> : IAsyncDisposable
    where TStore : IEventStore
{
    /// <summary>Opens an empty store.</summary>
    ValueTask<TStore> OpenAsync(EventStoreOptions options);
}
