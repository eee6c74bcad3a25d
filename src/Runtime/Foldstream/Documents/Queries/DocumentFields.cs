namespace Foldstream;

/// <summary>The fields that documents of every projection have: filter and sort by them as by any other.</summary>
/// <remarks>Their names begin with <c>$</c>, which no member of a document does: <see cref="ProjectionDefinition.Fields"/> refuses it.</remarks>
public static class DocumentFields
{
    internal const char Sign = '$';
    internal const string IdName = "$id";
    internal const string CreatedAtName = "$createdAt";
    internal const string UpdatedAtName = "$updatedAt";
    internal const string VersionName = "$version";

    /// <summary>The document's id.</summary>
    public static Field<string> Id { get; } = new(FieldPath.Root.Member(IdName), SortableKey.Of);

    /// <summary>When the first event of the document was recorded.</summary>
    public static Field<DateTimeOffset> CreatedAt { get; } = new(FieldPath.Root.Member(CreatedAtName), SortableKey.Of);

    /// <summary>When the last event of the document was recorded.</summary>
    public static Field<DateTimeOffset> UpdatedAt { get; } = new(FieldPath.Root.Member(UpdatedAtName), SortableKey.Of);

    /// <summary>How many events were applied to the document.</summary>
    public static Field<long> Version { get; } = new(FieldPath.Root.Member(VersionName), SortableKey.Of);

    /// <summary>What these fields are made of.</summary>
    internal static FieldSchema Schema { get; } = FieldSchema.Object(
        (IdName, FieldSchema.Text), (CreatedAtName, FieldSchema.Time), (UpdatedAtName, FieldSchema.Time), (VersionName, FieldSchema.Number));
}
