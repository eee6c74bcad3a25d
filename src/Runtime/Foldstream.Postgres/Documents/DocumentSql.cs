using System.Globalization;

namespace Foldstream.Postgres;

/// <summary>Writes filters and orders over query forms in jsonb. A path is part of the text, as it is in the index that serves it; values are parameters.</summary>
internal sealed class DocumentSql(IReadOnlyDictionary<string, string> operators, int firstParameter) : FilterSql
{
    private static readonly FieldPath IdPath = DocumentFields.Id.Path;

    /// <summary>The values, in the order of their parameters: texts, arrays of texts, whole numbers.</summary>
    public List<object> Values { get; } = [];

    protected override string IdColumn => "d.id";

    protected override string TenantColumn => "d.tenant";

    /// <summary>The query form's text at a path, as indexes have it.</summary>
    public static string FieldOf(FieldPath path) => $"(d.query #>> {Literal(path)}) COLLATE \"C\"";

    // Ids hold nothing that their sortable form would escape, and the primary key serves them.
    protected override string Field(FieldPath path) => path == IdPath ? IdColumn : $"({FieldOf(path)})";

    protected override string Parameter(string value) => Add(value);

    protected override string Contains(string field, string parameter) => $"pg_catalog.strpos({field}, {parameter}) > 0";

    protected override string StartsWith(string field, string parameter) => $"pg_catalog.starts_with({field}, {parameter})";

    protected override string Matches(string field, string pattern) => $"{field} ~ {Add(TextPattern.ToPostgres(pattern))}";

    protected override string Has(FieldPath path, string parameter) =>
        $"(d.query #> {Literal(path)}) @> pg_catalog.jsonb_build_array({parameter}::text)";

    protected override string In(string field, IReadOnlyList<string> keys) => $"{field} = ANY ({Add(keys.ToArray())})";

    protected override string Always(bool holds) => holds ? "true" : "false";

    protected override string Custom(CustomFilter filter)
    {
        var template = operators.GetValueOrDefault(filter.Name)
            ?? throw new UnknownOperatorException(filter.Name, "PostgreSQL", $"{nameof(PostgresStoreOptions)}.{nameof(PostgresStoreOptions.QueryOperators)}");
        // The field last: its path may hold anything.
        return template
            .Replace(PostgresStoreOptions.ValuePlace, filter.Key is { } key ? $"{Add(key)}::text" : "NULL::text", StringComparison.Ordinal)
            .Replace(PostgresStoreOptions.FieldPlace, Field(filter.Path), StringComparison.Ordinal);
    }

    private static string Literal(FieldPath path) => SchemaName.Literal(ProjectionStatements.PathLiteral(path)) + "::text[]";

    /// <summary>Takes a value of any of the kinds of parameters.</summary>
    public string Add(object value)
    {
        Values.Add(value);
        return "$" + (firstParameter + Values.Count - 1).ToString(CultureInfo.InvariantCulture);
    }
}
