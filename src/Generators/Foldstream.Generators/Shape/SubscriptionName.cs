namespace Foldstream.Generators;

/// <summary>The rule for the names of projections, subscriptions and projectors.</summary>
internal static class SubscriptionName
{
    private const int Longest = 40;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Longest
        && name[0] is >= 'a' and <= 'z'
        && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
