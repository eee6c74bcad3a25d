namespace Foldstream;

/// <summary>A field that is named by text at run time, such as one that a user chose; <see cref="Field{T}"/> is checked at compile time.</summary>
public readonly struct DocumentField : IField
{
    private readonly Field<FieldValue> value;
    private readonly FieldSchema schema;

    private DocumentField(FieldPath path, FieldSchema schema)
    {
        this.schema = schema;
        value = new(path, given => KeyFor(path, given, schema.Kind));
    }

    /// <inheritdoc/>
    public FieldPath Path => value.Path;

    /// <summary>How the field is compared.</summary>
    public FieldKind Kind => schema.Kind;

    /// <summary>Finds a field of a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="path">Names in JSON with dots between; an item of a list by <c>[0]</c>, one of a map by its key, or by <c>["key"]</c> where the key holds a dot or bracket.</param>
    /// <exception cref="UnknownFieldException">The documents have no such field.</exception>
    /// <exception cref="FormatException">The text is not a path.</exception>
    public static DocumentField Parse(ProjectionDefinition projection, string path)
    {
        ArgumentNullException.ThrowIfNull(projection);
        var parsed = FieldPath.Parse(path);
        return new DocumentField(parsed, QueryRules.Find(projection, parsed));
    }

    /// <inheritdoc cref="Field{T}.IsNull"/>
    public DocumentFilter IsNull() => value.IsNull();

    /// <inheritdoc cref="Field{T}.In"/>
    public DocumentFilter In(params IEnumerable<FieldValue?> values) => value.In(values);

    /// <inheritdoc cref="Field{T}.NotIn"/>
    public DocumentFilter NotIn(params IEnumerable<FieldValue?> values) => value.NotIn(values);

    /// <inheritdoc cref="TextFields.Contains"/>
    public DocumentFilter Contains(string text) => new FieldFilter(Path, FieldOperator.Contains, [value.Key(text)]);

    /// <inheritdoc cref="TextFields.StartsWith"/>
    public DocumentFilter StartsWith(string text) => new FieldFilter(Path, FieldOperator.StartsWith, [value.Key(text)]);

    /// <inheritdoc cref="TextFields.Matches"/>
    public DocumentFilter Matches(string expression) => new FieldFilter(Path, FieldOperator.Matches, [TextPattern.Check(expression)]);

    /// <summary>Whether a value is among those of the list that the field is.</summary>
    public DocumentFilter Has(FieldValue item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new FieldFilter(Path, FieldOperator.Has, [KeyFor(Path, item, schema.Item?.Kind ?? Kind)]);
    }

    /// <inheritdoc cref="Field{T}.Custom"/>
    public DocumentFilter Custom(string name, FieldValue? value) => this.value.Custom(name, value);

    /// <summary>Whether the field has a value.</summary>
    public static DocumentFilter operator ==(DocumentField field, FieldValue? value) => field.value == value;

    /// <summary>Whether the field has another value, or none.</summary>
    public static DocumentFilter operator !=(DocumentField field, FieldValue? value) => field.value != value;

    /// <summary>Whether the field is lower than a value; null is not.</summary>
    public static DocumentFilter operator <(DocumentField field, FieldValue value) => field.value < value;

    /// <summary>Whether the field is higher than a value; null is not.</summary>
    public static DocumentFilter operator >(DocumentField field, FieldValue value) => field.value > value;

    /// <summary>Whether the field is lower than a value or the same; null is not.</summary>
    public static DocumentFilter operator <=(DocumentField field, FieldValue value) => field.value <= value;

    /// <summary>Whether the field is higher than a value or the same; null is not.</summary>
    public static DocumentFilter operator >=(DocumentField field, FieldValue value) => field.value >= value;

    /// <summary>Equal when the paths are; <c>==</c> gives a filter.</summary>
    public override bool Equals(object? obj) => obj is DocumentField other && other.Path == Path;

    /// <inheritdoc/>
    public override int GetHashCode() => Path.GetHashCode();

    private static string KeyFor(FieldPath path, FieldValue given, FieldKind kind) => given.Kind == kind
        ? given.Key
        : throw new ArgumentException($"Field '{path}' is of kind {kind} and cannot be compared with a value of kind {given.Kind}.");
}
