namespace Foldstream.Postgres;

/// <summary>The table of a projection's documents, and the statements that work on it: few and stable texts, so that each is prepared once.</summary>
internal sealed class DocumentTable
{
    /// <summary>The columns of a document as <see cref="DocumentRows"/> takes them.</summary>
    public const string Columns =
        "d.tenant, d.id, d.version, d.last_position, d.created_at, d.updated_at, d.source_tenant, d.source_category, d.source_id, d.content";

    public DocumentTable(SchemaName schema, DocumentCollection collection)
    {
        Collection = collection;
        Name = (collection.IsShadow ? "shadow_" : "documents_") + Check(collection.Projection).Replace('-', '_');
        Quoted = schema.Quoted + "." + Name;
        OfOneTenant = $"SELECT {Columns} FROM {Quoted} d WHERE d.tenant = $1 AND d.id = ANY ($2)";
        OfTenants = $"SELECT {Columns} FROM unnest($1, $2) k (tenant, id) JOIN {Quoted} d ON d.tenant = k.tenant AND d.id = k.id";
        Save = $"""
            INSERT INTO {Quoted} AS d
                (tenant, id, version, last_position, created_at, updated_at, source_tenant, source_category, source_id, content, query)
            SELECT w.tenant, w.id, w.version, w.last_position, w.created_at, w.updated_at, w.source_tenant, w.source_category, w.source_id, w.content,
                pg_catalog.convert_from(w.query, 'UTF8')::jsonb
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                AS w (tenant, id, version, last_position, created_at, updated_at, source_tenant, source_category, source_id, content, query)
            ON CONFLICT (tenant, id) DO UPDATE SET
                version = excluded.version, last_position = excluded.last_position, created_at = excluded.created_at, updated_at = excluded.updated_at,
                source_tenant = excluded.source_tenant, source_category = excluded.source_category, source_id = excluded.source_id,
                content = excluded.content, query = excluded.query
            """;
        Delete = $"DELETE FROM {Quoted} d USING unnest($1, $2) k (tenant, id) WHERE d.tenant = k.tenant AND d.id = k.id";
    }

    public DocumentCollection Collection { get; }

    public string Name { get; }

    public string Quoted { get; }

    /// <summary>Documents of one tenant, by their ids.</summary>
    public string OfOneTenant { get; }

    /// <summary>Documents by tenants and ids.</summary>
    public string OfTenants { get; }

    /// <summary>The same in the order of their keys, and locked.</summary>
    public static string Locked(string text) => text + " ORDER BY d.tenant, d.id FOR UPDATE OF d";

    /// <summary>Keeps documents.</summary>
    public string Save { get; }

    /// <summary>Removes documents by tenants and ids.</summary>
    public string Delete { get; }

    /// <summary>Gives the name of a projection where tables can be named after it.</summary>
    public static string Check(string projection) =>
        projection.Length is > 0 and <= 40 && char.IsAsciiLetterLower(projection[0]) && projection.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        ? projection
        : throw new ArgumentException(
            $"'{projection}' is not the name of a projection: up to 40 lower-case letters, digits and hyphens, beginning with a letter.", nameof(projection));
}
