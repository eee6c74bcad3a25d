namespace Foldstream;

/// <summary>A value that a <see cref="DocumentField"/> is compared with; values turn into it by themselves.</summary>
public sealed class FieldValue
{
    private FieldValue(FieldKind kind, string key)
    {
        Kind = kind;
        Key = key;
    }

    /// <summary>The kind of field that it can be compared with.</summary>
    public FieldKind Kind { get; }

    /// <summary>Its sortable form.</summary>
    public string Key { get; }

    /// <summary>A text; null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))]
    public static implicit operator FieldValue?(string? value) => value is null ? null : new(FieldKind.Text, SortableText.Escape(value));

    /// <summary>An integer.</summary>
    public static implicit operator FieldValue(long value) => new(FieldKind.Number, SortableKey.Of(value));

    /// <summary>A number.</summary>
    public static implicit operator FieldValue(decimal value) => new(FieldKind.Number, SortableKey.Of(value));

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static implicit operator FieldValue(double value) => new(FieldKind.Number, SortableKey.Of(value));

    /// <summary>A boolean.</summary>
    public static implicit operator FieldValue(bool value) => new(FieldKind.Boolean, SortableKey.Of(value));

    /// <summary>A point in time.</summary>
    public static implicit operator FieldValue(DateTimeOffset value) => new(FieldKind.Time, SortableKey.Of(value));

    /// <summary>A point in time; one that is neither UTC nor local counts as UTC.</summary>
    public static implicit operator FieldValue(DateTime value) => new(FieldKind.Time, SortableKey.Of(value));

    /// <summary>A duration.</summary>
    public static implicit operator FieldValue(TimeSpan value) => new(FieldKind.Duration, SortableKey.Of(value));

    /// <summary>A date.</summary>
    public static implicit operator FieldValue(DateOnly value) => new(FieldKind.Text, SortableKey.Of(value));

    /// <summary>A time of day.</summary>
    public static implicit operator FieldValue(TimeOnly value) => new(FieldKind.Text, SortableKey.Of(value));

    /// <summary>A Guid.</summary>
    public static implicit operator FieldValue(Guid value) => new(FieldKind.Text, SortableKey.Of(value));
}
