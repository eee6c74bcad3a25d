using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>Random histories with snapshots at random places, right ones and wrong ones: a load is what the plain fold is.</summary>
public abstract class SnapshotHistoryContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, ISnapshotStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly Gen<Step> Steps = Gen.OneOf(
        from amounts in Gen.Choose(1, 9).ArrayOf(3) from count in Gen.Choose(1, 3) select new Step(StepKind.Add, amounts[..count], 0),
        from kind in Gen.Elements(StepKind.KeepRight, StepKind.KeepBeyond, StepKind.KeepStale, StepKind.KeepCorrupt, StepKind.ByHand, StepKind.LoadVersion)
        from number in Gen.Choose(0, 20)
        select new Step(kind, [], number));

    private int histories;

    private enum StepKind
    {
        Add,
        KeepRight,
        KeepBeyond,
        KeepStale,
        KeepCorrupt,
        ByHand,
        LoadVersion,
    }

    [Fact]
    public void Load_is_the_plain_fold() =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), Play).Check(Config.QuickThrowOnFailure.WithMaxTest(5 * RaceRounds.Count).WithEndSize(30));

    private void Play(IList<Step> steps) => Task.Run(() => PlayAsync($"history-{histories++}", steps)).GetAwaiter().GetResult();

    private async Task PlayAsync(string id, IList<Step> steps)
    {
        var amounts = new List<long>();
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.Add)
            {
                long[] added = [.. step.Amounts.Select(amount => (long)amount)];
                await Store.ExecuteAsync<Hoard<EveryFour>>(id, hoard => hoard.Add(added), cancellationToken: Cancellation);
                amounts.AddRange(added);
            }
            else if (amounts.Count > 0)
            {
                await DisturbAsync(id, step, amounts);
            }

            var hoard = await Store.FindAsync<Hoard<EveryFour>>(id, cancellationToken: Cancellation);
            Assert.Equal(amounts.Count == 0 ? null : HoardState.Of(amounts), hoard?.Holds);
            Assert.Equal(amounts.Count, hoard?.History.Version ?? 0);
        }
    }

    private async Task DisturbAsync(string id, Step step, List<long> amounts)
    {
        var version = step.Number % amounts.Count;
        var prefix = HoardState.Of(amounts.Take(version + 1));
        switch (step.Kind)
        {
            case StepKind.KeepRight:
                await KeepAsync(id, version, prefix.ToJson());
                break;
            case StepKind.KeepBeyond:
                await KeepAsync(id, amounts.Count + step.Number, prefix.ToJson());
                break;
            case StepKind.KeepStale:
                await KeepAsync(id, version, HoardState.Empty.ToJson(), "of another fold");
                break;
            case StepKind.KeepCorrupt:
                var json = prefix.ToJson();
                await KeepAsync(id, version, json[..(step.Number % json.Length)]);
                break;
            case StepKind.ByHand:
                await Store.SnapshotAsync<Hoard<EveryFour>>(id, Cancellation);
                break;
            default:
                var hoard = await Store.LoadAsync<Hoard<EveryFour>>(id, AsOf.Version(version), Cancellation);
                Assert.Equal(prefix, hoard.Holds);
                break;
        }
    }

    private ValueTask KeepAsync(string id, long place, byte[] state, string fingerprint = "1") => Store.SaveSnapshotAsync(
        new SnapshotKey($"aggregate/{EveryFour.Category}", id), new StoredSnapshot(place, fingerprint, state, Clock.Now), Cancellation);

    private sealed record Step(StepKind Kind, int[] Amounts, int Number)
    {
        public override string ToString() => $"{Kind} {string.Join(' ', Amounts)} {Number}";
    }
}
