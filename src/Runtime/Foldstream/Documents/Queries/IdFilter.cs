namespace Foldstream;

/// <summary>Compares the id of a document, and after it the tenant: what paging continues from.</summary>
/// <param name="Operator"><see cref="FieldOperator.Less"/>, <see cref="FieldOperator.Greater"/> or <see cref="FieldOperator.Equal"/>.</param>
/// <param name="Key">What it is compared with.</param>
public sealed record IdFilter(FieldOperator Operator, DocumentKey Key) : DocumentFilter;
