using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>Random histories of appends, poison, pauses, stops, restarts, crashes, rebuilds and changes of lifecycle: the documents always come to a plain fold of the log.</summary>
/// <remarks>A failure shows the shortest history that still fails; <c>FOLDSTREAM_LONG=1</c> plays more of them.</remarks>
public abstract class ProjectionModelContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly Gen<ProjectionStep> Steps = Gen.Frequency(
        (10, from payer in Gen.Choose(0, 4) from amount in Gen.Choose(1, 9) select (ProjectionStep)new PayStep(payer, amount)),
        (2, Gen.Choose(0, 4).Select(payer => (ProjectionStep)new PoisonStep(payer))),
        (2, Gen.Choose(0, 1).Select(payer => (ProjectionStep)new CloseStep(payer))),
        (2, Gen.Constant((ProjectionStep)new CureStep())),
        (2, Gen.Choose(0, 2).Select(which => (ProjectionStep)new PauseStep(which))),
        (2, Gen.Choose(0, 2).Select(which => (ProjectionStep)new ResumeStep(which))),
        (2, Gen.Choose(0, 2).Select(which => (ProjectionStep)new StopStep(which))),
        (2, Gen.Choose(0, 2).Select(which => (ProjectionStep)new StartStep(which))),
        (1, Gen.Choose(-1, 20).Select(behind => (ProjectionStep)new RestartStep(behind))),
        (3, Gen.Choose(0, 60).Select(places => (ProjectionStep)new CrashStep(places))),
        (2, from ofSums in Gen.Elements(false, true) from partitions in Gen.Choose(1, 3) select (ProjectionStep)new RebuildStep(ofSums, partitions)),
        (2, Gen.Constant((ProjectionStep)new SwitchStep())),
        (2, Gen.Constant((ProjectionStep)new LookStep())));

    // Each history has a store of its own, as it folds the whole log.
    protected override EventStoreOptions Options => new();

    [Fact]
    public void Documents_come_to_a_plain_fold_of_the_log() =>
        Prop.ForAll(Steps.ToArbitrary().Array(), Play).Check(Config.QuickThrowOnFailure.WithMaxTest(RaceRounds.IsLong ? 400 : 25).WithEndSize(30));

    private void Play(ProjectionStep[] steps) => Task.Run(
        async () =>
        {
            await using var own = new TFixture();
            await using var store = await own.OpenAsync(Options);
            await using var history = new ProjectionHistory(store, Cancellation);
            await history.PlayAsync(steps);
        }).GetAwaiter().GetResult();
}
