using System.Globalization;

namespace Foldstream.Sqlite;

/// <summary>Writes filters and orders for SQLite. A path is part of the text, as it is in the index that serves it; values are parameters.</summary>
internal sealed class DocumentSql(IReadOnlyDictionary<string, string> operators) : FilterSql
{
    private const int HighestScalar = 0x10FFFF;

    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);

    /// <summary>The values, in the order of their parameters.</summary>
    public List<string> Values { get; } = [];

    protected override string IdColumn => "d.id";

    protected override string TenantColumn => "d.tenant";

    // Ids hold nothing that their sortable form would escape, and the primary key serves them.
    protected override string Field(FieldPath path) => path == DocumentFields.Id.Path ? IdColumn : FieldExpression.Of(path);

    /// <summary>Takes a value as a parameter of the statement and gives the expression for it.</summary>
    public string Add(string value)
    {
        Values.Add(value);
        var parameter = "?" + Values.Count.ToString(CultureInfo.InvariantCulture);
        given.Add(parameter, value);
        return parameter;
    }

    /// <summary>Binds the values.</summary>
    public void Bind(Statement statement)
    {
        for (var index = 0; index < Values.Count; index++)
            statement.Bind(index + 1, Values[index]);
    }

    protected override string Parameter(string value) => Add(value);

    protected override string Contains(string field, string parameter) => $"instr({field}, {parameter}) > 0";

    // All texts that begin with another one lie between it and the next one that does not: a range, for which an index helps.
    protected override string StartsWith(string field, string parameter) => Following(given[parameter]) is { } end
        ? $"({field} >= {parameter} AND {field} < {Add(end)})"
        : $"{field} >= {parameter}";

    protected override string Matches(string field, string pattern) => $"{TextMatching.Function}({Add(pattern)}, {field})";

    protected override string Has(FieldPath path, string parameter) =>
        $"EXISTS (SELECT 1 FROM json_each({Field(path)}) item WHERE item.value = {parameter})";

    // One parameter, so that the number of keys makes no other statement and meets no limit.
    protected override string In(string field, IReadOnlyList<string> keys) =>
        $"{field} IN (SELECT value FROM json_each({Add(System.Text.Encoding.UTF8.GetString(JsonText.Of(keys)))}))";

    protected override string Custom(CustomFilter filter)
    {
        var template = operators.GetValueOrDefault(filter.Name)
            ?? throw new UnknownOperatorException(filter.Name, "SQLite", $"{nameof(SqliteStoreOptions)}.{nameof(SqliteStoreOptions.QueryOperators)}");
        return template
            .Replace(SqliteStoreOptions.FieldPlace, Field(filter.Path), StringComparison.Ordinal)
            .Replace(SqliteStoreOptions.ValuePlace, filter.Key is { } key ? Add(key) : "NULL", StringComparison.Ordinal);
    }

    /// <summary>The lowest text above all that begin with this one; null where there is none.</summary>
    private static string? Following(string text)
    {
        int[] scalars = [.. text.EnumerateRunes().Select(rune => rune.Value)];
        var last = Array.FindLastIndex(scalars, scalar => scalar < HighestScalar);
        if (last < 0)
            return null;
        // Surrogates are no scalars.
        scalars[last] = scalars[last] == 0xD7FF ? 0xE000 : scalars[last] + 1;
        return string.Concat(scalars.Take(last + 1).Select(char.ConvertFromUtf32));
    }
}
