namespace Foldstream;

/// <summary>The form in which stores filter and sort documents: the document's public members, every value replaced by its <see cref="SortableKey"/>.</summary>
public static class QueryForm
{
}
