namespace Foldstream;

/// <summary>A stream's address without its category: what names an aggregate whose type already says the category.</summary>
/// <param name="Id">Which stream it is; the rules are those of <see cref="StreamId.Id"/>.</param>
/// <param name="Tenant">Whose it is. The default is empty.</param>
public readonly record struct StreamKey(string Id, string Tenant = "")
{
    /// <summary>Names a stream of the default tenant by its id alone.</summary>
    public static implicit operator StreamKey(string id) => new(id);

    /// <summary>The full address of this key in a category.</summary>
    /// <exception cref="ArgumentException">A part breaks its rule.</exception>
    public StreamId In(string category) => new(category, Id, Tenant ?? "");
}
