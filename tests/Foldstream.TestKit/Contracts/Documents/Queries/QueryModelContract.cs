using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>Random filters, sorts and pages over random documents: the store answers what their plain meaning says.</summary>
/// <remarks><c>FOLDSTREAM_LONG=1</c> asks more of them.</remarks>
public abstract class QueryModelContract<TStore, TFixture> : QueryContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private (DocumentKey Key, Parcel Parcel)[] parcels = [];
    private int inserted;

    [Fact]
    public async Task Filters_match_what_they_mean()
    {
        await SeedRandomAsync(60);
        Check(ParcelOracle.Filters, async asked =>
        {
            var expected = parcels.Where(item => asked.Holds(item.Parcel)).Select(item => item.Key.Id).Order(StringComparer.Ordinal);
            Assert.Equal(string.Join(' ', expected), await IdsAsync(asked.Filter));
            Assert.Equal(expected.Count(), await Parcels.CountAsync(asked.Filter, Cancellation));
        });
    }

    [Fact]
    public async Task Pages_in_both_directions_are_the_sorted_documents()
    {
        await SeedRandomAsync(40);
        Check(
            from asked in ParcelOracle.Filters
            from sorted in ParcelOracle.Sorts
            from size in Gen.Choose(1, 15)
            select (asked, sorted, size),
            async query =>
            {
                var (asked, sorted, size) = query;
                string[] expected = [.. InOrder(asked, sorted)];
                var forward = new List<string>();
                var page = await FindAsync(Page.First(size).WithTotal());
                Assert.Equal(expected.Length, page.Total);
                Assert.Null(page.Previous);
                for (; ; page = await FindAsync(Page.After(Reparsed(page.Next!), size)))
                {
                    forward.AddRange(Ids(page));
                    if (page.Next is null)
                        break;
                    Assert.Equal(size, page.Items.Count);
                }

                Assert.Equal(expected, forward);
                var backward = new List<string>();
                for (page = await FindAsync(Page.Last(size)); ; page = await FindAsync(Page.Before(page.Previous, size)))
                {
                    backward.InsertRange(0, Ids(page));
                    if (page.Previous is null)
                        break;
                }

                Assert.Equal(expected, backward);
                for (var number = 1; number <= (expected.Length / size) + 2; number++)
                    Assert.Equal(expected.Skip((number - 1) * size).Take(size), Ids(await FindAsync(Page.Number(number, size))));

                ValueTask<DocumentPage<Parcel>> FindAsync(Page asking) => Parcels.FindAsync(asked.Filter, sorted.Sort, asking, Cancellation);
            });
    }

    [Fact]
    public async Task Documents_that_stay_are_met_once_while_others_come_and_go()
    {
        await SeedRandomAsync(30);
        Check(
            from sorted in ParcelOracle.Sorts
            from size in Gen.Choose(1, 6)
            from isBackward in Gen.Elements(true, false)
            from comers in ParcelOracle.Parcels.ArrayOf(8)
            select (sorted, size, isBackward, comers),
            async query =>
            {
                var (sorted, size, isBackward, comers) = query;
                var staying = InOrder(null, sorted).Where(id => id.StartsWith("stay", StringComparison.Ordinal)).ToArray();
                var met = new List<string>();
                var page = await Parcels.FindAsync(null, sorted.Sort, isBackward ? Page.Last(size) : Page.First(size), Cancellation);
                var step = 0;
                while (true)
                {
                    Add(met, Ids(page), isBackward);
                    var cursor = isBackward ? page.Previous : page.Next;
                    if (cursor is null)
                        break;
                    // The document at the cursor itself goes, where it may.
                    var last = isBackward ? page.Items[0].Key : page.Items[^1].Key;
                    if (last.Id.StartsWith("come", StringComparison.Ordinal))
                        await DeleteAsync(last);
                    if (step < comers.Length)
                        await SeedAsync(($"come-{inserted++:D5}", comers[step++]));
                    page = await Parcels.FindAsync(null, sorted.Sort, isBackward ? Page.Before(cursor, size) : Page.After(cursor, size), Cancellation);
                }

                Assert.Equal(met.Distinct(), met);
                Assert.Equal(staying, met.Where(id => id.StartsWith("stay", StringComparison.Ordinal)));
            });
    }

    private static void Add(List<string> met, IEnumerable<string> ids, bool isBackward) => met.InsertRange(isBackward ? 0 : met.Count, ids);

    private static DocumentCursor Reparsed(DocumentCursor cursor)
    {
        var again = DocumentCursor.Parse(cursor.ToString());
        Assert.Equal(cursor, again);
        return again;
    }

    private static IEnumerable<string> Ids(DocumentPage<Parcel> page) => page.Items.Select(item => item.Key.Id);

    private static void Check<T>(Gen<T> gen, Func<T, Task> holds) =>
        Prop.ForAll(gen.ToArbitrary(), value => Task.Run(() => holds(value)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3 * RaceRounds.Count).WithEndSize(60));

    private async Task SeedRandomAsync(int count)
    {
        parcels = [.. ParcelOracle.Parcels.Sample(count).Select((parcel, index) => ((DocumentKey)$"stay-{index:D3}", parcel))];
        await SeedAsync(parcels);
    }

    private IEnumerable<string> InOrder(ParcelOracle.Asked? asked, ParcelOracle.Sorted sorted) => parcels
        .Where(item => asked?.Holds(item.Parcel) ?? true)
        .OrderBy(item => item.Parcel, Comparer<Parcel>.Create(sorted.Compare))
        .ThenBy(item => item.Key.Id, StringComparer.Ordinal)
        .Select(item => item.Key.Id);
}
