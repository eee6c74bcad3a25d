namespace Foldstream.Generators;

/// <summary>The rule for the names under which subscriptions, projectors and projections keep how far they have come: <c>[a-z][a-z0-9-]{0,39}</c>.</summary>
internal static class ConsumerName
{
    private const int Longest = 40;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Longest
        && name[0] is >= 'a' and <= 'z'
        && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
