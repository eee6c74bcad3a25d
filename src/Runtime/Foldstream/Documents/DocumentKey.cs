namespace Foldstream;

/// <summary>Names one document of a projection: an id, and the tenant whose events it follows from.</summary>
/// <param name="Id">Which one it is; the rules are those of <see cref="StreamId.Id"/>.</param>
/// <param name="Tenant">Whose it is. The default is empty.</param>
public readonly record struct DocumentKey(string Id, string Tenant = "") : IComparable<DocumentKey>
{
    /// <summary>Names a document of the default tenant by its id alone.</summary>
    public static implicit operator DocumentKey(string id) => new(id);

    /// <summary>The order in which documents are locked: by tenant, then by id, as ordinal text.</summary>
    public int CompareTo(DocumentKey other)
    {
        var byTenant = string.CompareOrdinal(Tenant, other.Tenant);
        return byTenant != 0 ? byTenant : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Whether one key comes before another.</summary>
    public static bool operator <(DocumentKey left, DocumentKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key comes after another.</summary>
    public static bool operator >(DocumentKey left, DocumentKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key comes before another or is the same.</summary>
    public static bool operator <=(DocumentKey left, DocumentKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key comes after another or is the same.</summary>
    public static bool operator >=(DocumentKey left, DocumentKey right) => left.CompareTo(right) >= 0;

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>The key for a message.</summary>
    internal string Describe() => Tenant.Length == 0 ? $"'{Id}'" : $"'{Id}' of tenant '{Tenant}'";
}
