namespace Bank;

/// <summary>What came of the bookings of one account.</summary>
internal sealed record AccountImportResult(int Stored, int AlreadyStored, IReadOnlyList<Mismatch> Mismatches);
