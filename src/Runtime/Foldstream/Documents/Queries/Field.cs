namespace Foldstream;

/// <summary>A member of a document that can be compared: operators on it give filters, such as <c>BalanceView.Fields.Balance &gt; 100m</c>.</summary>
/// <remarks>
/// Null follows one table on every store: <c>==</c> with null asks for null, <c>!=</c> and <see cref="NotIn"/> match null fields too, ordering operators never do.
/// A member that is not there, such as an item beyond the end of a list, is null. A field is a value itself: of a reference that was compared with null, the compiler would believe
/// from then on that it may be null.
/// </remarks>
/// <typeparam name="T">The type of the member.</typeparam>
public readonly struct Field<T> : IField
{
    private readonly Func<T, string?> key;

    /// <summary>Creates the field; generated code does.</summary>
    /// <param name="path">The way to it.</param>
    /// <param name="key">Brings a value into its sortable form, as <see cref="SortableKey"/> does; null for null.</param>
    public Field(FieldPath path, Func<T, string?> key)
    {
        Path = path;
        this.key = key;
    }

    /// <inheritdoc/>
    public FieldPath Path { get; }

    /// <summary>Whether the field is null or is not there.</summary>
    public DocumentFilter IsNull() => new FieldFilter(Path, FieldOperator.IsNull, []);

    /// <summary>Whether the field is one of some values; none matches nothing.</summary>
    public DocumentFilter In(params IEnumerable<T?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string?[] keys = [.. values.Select(KeyOf).Distinct(StringComparer.Ordinal)];
        string[] present = [.. keys.OfType<string>()];
        var among = new FieldFilter(Path, FieldOperator.In, present);
        return present.Length == keys.Length ? among : among | IsNull();
    }

    /// <summary>Whether the field is none of some values; null is none of them unless it is named.</summary>
    public DocumentFilter NotIn(params IEnumerable<T?> values) => !In(values);

    /// <summary>Whether the field has a value.</summary>
    public static DocumentFilter operator ==(Field<T> field, T? value) => field.Compare(FieldOperator.Equal, value);

    /// <summary>Whether the field has another value, or none.</summary>
    public static DocumentFilter operator !=(Field<T> field, T? value) => !(field == value);

    /// <summary>Whether the field is lower than a value; null is not.</summary>
    public static DocumentFilter operator <(Field<T> field, T? value) => field.Order(FieldOperator.Less, value);

    /// <summary>Whether the field is higher than a value; null is not.</summary>
    public static DocumentFilter operator >(Field<T> field, T? value) => field.Order(FieldOperator.Greater, value);

    /// <summary>Whether the field is lower than a value or the same; null is not.</summary>
    public static DocumentFilter operator <=(Field<T> field, T? value) => field.Order(FieldOperator.LessOrEqual, value);

    /// <summary>Whether the field is higher than a value or the same; null is not.</summary>
    public static DocumentFilter operator >=(Field<T> field, T? value) => field.Order(FieldOperator.GreaterOrEqual, value);

    /// <summary>An operator that was registered with the store under a name.</summary>
    public DocumentFilter Custom(string name, T? value) => new CustomFilter(Path, name, KeyOf(value));

    /// <summary>Equal when the paths are; <c>==</c> gives a filter.</summary>
    public override bool Equals(object? obj) => obj is Field<T> other && other.Path == Path;

    /// <inheritdoc/>
    public override int GetHashCode() => Path.GetHashCode();

    internal string Key(T? value) => KeyOf(value) ?? throw new ArgumentNullException(nameof(value), $"Field '{Path}' cannot be compared in this way with null: ask IsNull.");

    private string? KeyOf(T? value) => value is null ? null : key(value);

    private DocumentFilter Compare(FieldOperator comparison, T? value) => KeyOf(value) is { } text ? new FieldFilter(Path, comparison, [text]) : IsNull();

    private FieldFilter Order(FieldOperator comparison, T? value) => new(Path, comparison, [Key(value)]);
}
