namespace Bank;

/// <summary>What came of an import.</summary>
/// <param name="Accounts">How many accounts the file has.</param>
/// <param name="Transactions">How many bookings the file has.</param>
/// <param name="Stored">How many of them this import stored.</param>
/// <param name="AlreadyStored">How many of them an earlier import had stored.</param>
/// <param name="Mismatches">After which of them the balance is not the file's, in the order of the file.</param>
internal sealed record ImportResult(int Accounts, int Transactions, int Stored, int AlreadyStored, IReadOnlyList<Mismatch> Mismatches)
{
    /// <summary>The result in one line, for people and programs.</summary>
    public override string ToString() => $"accounts={Accounts} transactions={Transactions} mismatches={Mismatches.Count}";
}
