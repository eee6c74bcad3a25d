namespace Foldstream;

/// <summary>One field of an order: for the authors of stores.</summary>
/// <param name="Path">The way to the field in the query form.</param>
/// <param name="Descending">Whether the highest comes first.</param>
/// <param name="NullsFirst">Whether null comes first. Users always see null last; a page is read backwards with both turned round.</param>
public sealed record SortTerm(FieldPath Path, bool Descending, bool NullsFirst);
