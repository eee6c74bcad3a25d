namespace Foldstream;

/// <summary>The sortable form of values: texts whose UTF-8 bytes compare as the values do.</summary>
public static class SortableKey
{
}
