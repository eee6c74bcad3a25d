using System.Collections.Immutable;

namespace Foldstream;

/// <summary>A set of conditions: the order in which they were written and repetitions make no difference.</summary>
internal abstract record CombinedCondition(ImmutableHashSet<WriteCondition> Conditions) : WriteCondition
{
    protected static ImmutableHashSet<WriteCondition> Flatten<TCombined>(WriteCondition left, WriteCondition right)
        where TCombined : CombinedCondition
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Parts<TCombined>(left).Union(Parts<TCombined>(right));
    }

    private static ImmutableHashSet<WriteCondition> Parts<TCombined>(WriteCondition condition)
        where TCombined : CombinedCondition =>
        condition is TCombined combined ? combined.Conditions : [condition];

    protected string Join(string word) =>
        "(" + string.Join($" {word} ", Conditions.Select(condition => condition.Description).Order(StringComparer.Ordinal)) + ")";

    public virtual bool Equals(CombinedCondition? other) =>
        other is not null && EqualityContract == other.EqualityContract && Conditions.SetEquals(other.Conditions);

    public override int GetHashCode() =>
        Conditions.Aggregate(EqualityContract.GetHashCode(), (hash, condition) => hash ^ condition.GetHashCode());
}

/// <summary>Holds when all of its parts do.</summary>
internal sealed record AllOf(ImmutableHashSet<WriteCondition> Conditions) : CombinedCondition(Conditions)
{
    public override string Description => Join("and");

    public override bool IsMetBy(StreamHead head) => Conditions.All(condition => condition.IsMetBy(head));

    public static WriteCondition Combine(WriteCondition left, WriteCondition right)
    {
        var parts = Flatten<AllOf>(left, right);
        return parts.Count == 1 ? left : new AllOf(parts);
    }
}

/// <summary>Holds when one of its parts does.</summary>
internal sealed record AnyOf(ImmutableHashSet<WriteCondition> Conditions) : CombinedCondition(Conditions)
{
    public override string Description => Join("or");

    public override bool IsMetBy(StreamHead head) => Conditions.Any(condition => condition.IsMetBy(head));

    public static WriteCondition Combine(WriteCondition left, WriteCondition right)
    {
        var parts = Flatten<AnyOf>(left, right);
        return parts.Count == 1 ? left : new AnyOf(parts);
    }
}
