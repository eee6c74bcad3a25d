using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

public sealed class QueryPlanTests : SqliteTest
{
    public static TheoryData<string?, string?, string?, ReadDirection> Shapes()
    {
        var shapes = new TheoryData<string?, string?, string?, ReadDirection>();
        foreach (var category in new[] { null, "thing" })
        foreach (var tenant in new[] { null, "" })
        foreach (var name in new[] { null, "noted" })
        foreach (var direction in Enum.GetValues<ReadDirection>())
            shapes.Add(category, tenant, name, direction);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Log_is_read_in_the_order_of_an_index_and_never_sorted(
        string? category, string? tenant, string? name, ReadDirection direction)
    {
        var range = new LogRange { Category = category, Tenant = tenant, EventNames = name is null ? null : [name], Direction = direction };
        await using var store = await OpenAsync();

        var plan = Explain(LogQuery.Text(range));

        var expected = category is null
            ? "SEARCH TABLE foldstream_events AS e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"
            : "SEARCH TABLE foldstream_events AS e USING INDEX foldstream_events_by_category (category=? AND rowid>? AND rowid<?)";
        Assert.Equal(expected, plan[0]);
        Assert.DoesNotContain(plan, step => step.Contains("ORDER BY", StringComparison.Ordinal) || step.StartsWith("SCAN TABLE foldstream", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_combination_of_filters_has_a_text_of_its_own()
    {
        var shapes = Shapes().Select(row => row.Data).Select(data => LogQuery.Shape(new LogRange
        {
            Category = data.Item1, Tenant = data.Item2, EventNames = data.Item3 is null ? null : [data.Item3], Direction = data.Item4,
        }));

        Assert.Equal(Enumerable.Range(0, LogQuery.Shapes), shapes.Order());
    }

    private List<string> Explain(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        for (var parameter = 1; parameter <= 6; parameter++)
            command.Parameters.AddWithValue($"?{parameter}", 0);
        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
            plan.Add(rows.GetString(3));
        return plan;
    }
}
