namespace Foldstream;

/// <summary>The address of one stream: a tenant, a category and an id.</summary>
/// <remarks>Its text form is <c>category/id</c>, split at the first <c>/</c>; the tenant is not part of the text.</remarks>
public sealed record StreamId
{
    /// <summary>Creates an address, the only place where its parts are checked.</summary>
    /// <param name="category">What kind of stream it is: a letter or digit, then up to 63 of letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</param>
    /// <param name="id">Which one it is: 1 to 512 bytes of UTF-8, well-formed, without control characters, case-sensitive.</param>
    /// <param name="tenant">Whose it is: as <paramref name="id"/>, or empty. The default is empty.</param>
    /// <exception cref="ArgumentException">A part breaks its rule; the message names the part and the rule.</exception>
    public StreamId(string category, string id, string tenant = "")
    {
        StreamIdRules.CheckCategory(category);
        StreamIdRules.CheckId(id);
        StreamIdRules.CheckTenant(tenant);
        Category = category;
        Id = id;
        Tenant = tenant;
    }

    /// <summary>What kind of stream it is, such as <c>account</c>.</summary>
    public string Category { get; }

    /// <summary>Which stream of its category it is, such as <c>alice</c>.</summary>
    public string Id { get; }

    /// <summary>Whose stream it is; empty where there is one tenant.</summary>
    public string Tenant { get; }

    /// <summary>Reads the text form <c>category/id</c>; the id may hold further slashes.</summary>
    /// <exception cref="ArgumentException">There is no slash, or a part breaks its rule.</exception>
    public static StreamId Parse(string text, string tenant = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? throw new ArgumentException($"'{text}' is not a stream address: write it as 'category/id'.", nameof(text))
            : new StreamId(text[..slash], text[(slash + 1)..], tenant);
    }

    /// <summary>The text form <c>category/id</c>.</summary>
    public override string ToString() => $"{Category}/{Id}";

    /// <summary>The text form for messages: with the tenant, where there is one.</summary>
    internal string Describe() => Tenant.Length == 0 ? $"'{this}'" : $"'{this}' of tenant '{Tenant}'";
}
