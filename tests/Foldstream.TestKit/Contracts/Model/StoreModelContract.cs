using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>Random histories of appends, repeats and reads: the store says what a model of a few lists says.</summary>
/// <remarks>A failure shows the shortest history that still fails; <c>FOLDSTREAM_LONG=1</c> plays more of them.</remarks>
public abstract class StoreModelContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private int histories;

    [Fact]
    public void Store_says_what_the_model_says() =>
        Prop.ForAll(StoreSteps.Histories, Play).Check(Config.QuickThrowOnFailure.WithMaxTest(5 * RaceRounds.Count).WithEndSize(60));

    private void Play(StoreStep[] steps) =>
        Task.Run(() => new StoreHistory(Store, histories++, Cancellation).PlayAsync(steps)).GetAwaiter().GetResult();
}
