using System.Collections.Immutable;

namespace Foldstream.Json.Tests;

[Event("arrays")]
public sealed record Arrays(int[] Numbers, string?[] Texts, Guid[] Ids, decimal?[] Amounts, int[][] Grid, char[] Letters, Color[] Colors, bool[]? Maybe);

[Event("lists")]
public sealed record Lists(List<long> Numbers, List<string> Texts, List<Money> Money, List<Point?> Points, List<List<string>> Nested, List<Uri?>? Maybe);

[Event("list-interfaces")]
public sealed record ListInterfaces(
    IReadOnlyList<Money> Indexed, IEnumerable<int> Enumerated, IList<string> Editable, ICollection<DateOnly> Collected, IReadOnlyCollection<TimeSpan?> Counted, IReadOnlyList<string?>? Maybe);

[Event("immutable-arrays")]
public sealed record ImmutableArrays(ImmutableArray<int> Numbers, ImmutableArray<string> Texts, ImmutableArray<Money> Money, ImmutableArray<ImmutableArray<byte>> Grid, ImmutableArray<bool>? Maybe);

[Event("dictionaries")]
public sealed record Dictionaries(
    Dictionary<string, int> Numbers,
    Dictionary<string, string?> Texts,
    IReadOnlyDictionary<string, Money> Money,
    IDictionary<string, Color> Colors,
    Dictionary<string, List<Point>> Lists,
    Dictionary<string, Dictionary<string, double>> Nested,
    Dictionary<string, int?>? Maybe);

[Event("deeply-nested")]
public sealed record DeeplyNested(List<Dictionary<string, ImmutableArray<Line[]>>> Levels, Dictionary<string, DateTimeOffset[]?> Times);

[Event("sets")]
public sealed record Sets(HashSet<int> Numbers, ISet<string?> Texts, IReadOnlySet<Guid> Ids, HashSet<Money> Money, HashSet<AccountId> Accounts, HashSet<Color>? Maybe);

[Event("immutable-collections")]
public sealed record ImmutableCollections(
    ImmutableList<int> List, ImmutableList<Money?> Money, ImmutableHashSet<string> Set, ImmutableHashSet<Color> Colors, ImmutableDictionary<string, Money> Map, ImmutableDictionary<AccountId, ImmutableList<byte>> ById, ImmutableList<int>? Maybe);

[Event("long-collections")]
public sealed record LongCollections(IReadOnlyList<LongCollections.Row> Rows)
{
    public sealed record Row(int[] Numbers, List<string> Texts);
}
