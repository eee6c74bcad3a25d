namespace Foldstream;

/// <summary>A member of a document that holds items by text keys.</summary>
/// <typeparam name="TItem">What an item is: a <see cref="Field{T}"/>, a list or another map, or the fields of an object.</typeparam>
public sealed class MapField<TItem>
{
    private readonly Func<FieldPath, TItem> item;

    /// <summary>Creates the field; generated code does.</summary>
    public MapField(FieldPath path, Func<FieldPath, TItem> item)
    {
        Path = path;
        this.item = item;
    }

    /// <summary>The way from the document to it.</summary>
    public FieldPath Path { get; }

    /// <summary>The item of a key; null in documents that have none.</summary>
    public TItem this[string key] => item(Path.Member(SortableText.Escape(key)));

    /// <summary>Whether the map is null or is not there.</summary>
    public DocumentFilter IsNull() => new FieldFilter(Path, FieldOperator.IsNull, []);
}
