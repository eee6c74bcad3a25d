namespace Foldstream;

/// <summary>A custom operator that is evaluated in this process.</summary>
/// <param name="field">The field in sortable form; null where it is null or not there.</param>
/// <param name="value">What the filter compares it with, in sortable form; null for null.</param>
/// <returns>Whether the document matches.</returns>
public delegate bool MemoryQueryOperator(string? field, string? value);
