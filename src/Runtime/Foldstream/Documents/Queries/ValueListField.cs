namespace Foldstream;

/// <summary>A member of a document that holds values in order.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class ValueListField<T> : ListField<Field<T>>
{
    private readonly Func<T, string?> key;

    /// <summary>Creates the field; generated code does.</summary>
    public ValueListField(FieldPath path, Func<T, string?> key)
        : base(path, itemPath => new Field<T>(itemPath, key)) => this.key = key;

    /// <summary>Whether a value is among those of the list.</summary>
    public DocumentFilter Has(T value) => new FieldFilter(
        Path, FieldOperator.Has, [key(value) ?? throw new ArgumentNullException(nameof(value), $"'{Path}' is to have null among its values: that cannot be asked.")]);
}
