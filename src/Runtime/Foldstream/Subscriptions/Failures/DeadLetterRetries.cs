namespace Foldstream;

/// <summary>What came of trying dead letters again.</summary>
/// <param name="Handled">How many were handled, and are gone.</param>
/// <param name="Failed">How many failed again.</param>
public sealed record DeadLetterRetries(int Handled, int Failed);
