namespace Bank;

/// <summary>The rule of the numbers of accounts and transactions.</summary>
internal static class AccountIds
{
    public const string Rule = "1 to 40 letters, digits, '-', '_' or '.'";

    private const int Longest = 40;

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Longest
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
}
