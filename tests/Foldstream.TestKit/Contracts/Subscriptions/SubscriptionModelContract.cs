using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>Random histories of appends, pauses, stops, restarts and crashes: the read model always comes to what was stored.</summary>
/// <remarks>A failure shows the shortest history that still fails; <c>FOLDSTREAM_LONG=1</c> plays more of them.</remarks>
public abstract class SubscriptionModelContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly Gen<SubscriptionStep> Steps = Gen.Frequency(
        (6, Gen.Constant(SubscriptionStep.Append)),
        (4, Gen.Elements(Enum.GetValues<SubscriptionStep>())));

    private int histories;

    protected override EventStoreOptions Options => new();

    [Fact]
    public void Read_model_comes_to_what_was_stored() =>
        Prop.ForAll(Steps.ToArbitrary().Array(), Play).Check(Config.QuickThrowOnFailure.WithMaxTest(2 * RaceRounds.Count).WithEndSize(25));

    private void Play(SubscriptionStep[] steps) => Task.Run(
        async () =>
        {
            await using var history = new SubscriptionHistory(Store, $"history-{histories++}", Cancellation);
            await history.PlayAsync(steps);
        }).GetAwaiter().GetResult();
}
