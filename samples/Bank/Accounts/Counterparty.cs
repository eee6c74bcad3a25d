namespace Bank;

/// <summary>Who is at the other end of a movement.</summary>
/// <param name="Bank">Their bank; null where it is not known.</param>
/// <param name="Account">Their account; null where it is not known.</param>
public sealed record Counterparty(string? Bank, string? Account)
{
    /// <summary>Bank and account in one word, as on a statement.</summary>
    public override string ToString() => string.Join('/', new[] { Bank, Account }.OfType<string>());
}
