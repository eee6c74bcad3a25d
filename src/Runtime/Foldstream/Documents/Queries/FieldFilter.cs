namespace Foldstream;

/// <summary>Asks something of one field.</summary>
/// <param name="Path">The way to the field in the query form.</param>
/// <param name="Operator">What is asked.</param>
/// <param name="Keys">What it is compared with, in sortable form: one key; any number for <see cref="FieldOperator.In"/>; none for <see cref="FieldOperator.IsNull"/>.</param>
public sealed record FieldFilter(FieldPath Path, FieldOperator Operator, IReadOnlyList<string> Keys) : DocumentFilter;
