namespace Bank;

/// <summary>One line of a statement.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="TransactionId">The transaction that it came with; null where it came with none.</param>
/// <param name="Movement">What happened.</param>
/// <param name="Balance">What the account held after it.</param>
internal sealed record StatementLine(DateTimeOffset OccurredAt, string? TransactionId, Movement Movement, decimal Balance);
