namespace Foldstream;

/// <summary>Asks something of one field by an operator that was registered with the store.</summary>
/// <param name="Path">The way to the field in the query form.</param>
/// <param name="Name">The name of the operator.</param>
/// <param name="Key">What it is compared with, in sortable form; null for null.</param>
public sealed record CustomFilter(FieldPath Path, string Name, string? Key) : DocumentFilter;
