namespace Foldstream;

/// <summary>A member of a document that holds items in order.</summary>
/// <typeparam name="TItem">What an item is: a <see cref="Field{T}"/>, another list or map, or the fields of an object.</typeparam>
public class ListField<TItem>
{
    private readonly Func<FieldPath, TItem> item;

    /// <summary>Creates the field; generated code does.</summary>
    public ListField(FieldPath path, Func<FieldPath, TItem> item)
    {
        Path = path;
        this.item = item;
    }

    /// <summary>The way from the document to it.</summary>
    public FieldPath Path { get; }

    /// <summary>The item at an index, from 0; null in documents that have fewer.</summary>
    public TItem this[int index] => item(Path.Item(index));

    /// <summary>Whether the list is null or is not there.</summary>
    public DocumentFilter IsNull() => new FieldFilter(Path, FieldOperator.IsNull, []);
}
