using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

public sealed class QueryPlanTests : SqliteTest
{
    public static TheoryData<string?, string?, string?, bool, bool, ReadDirection> Shapes()
    {
        var shapes = new TheoryData<string?, string?, string?, bool, bool, ReadDirection>();
        foreach (var category in new[] { null, "thing" })
        foreach (var tenant in new[] { null, "" })
        foreach (var name in new[] { null, "noted" })
        foreach (var timed in new[] { false, true })
        foreach (var part in new[] { false, true })
        foreach (var direction in Enum.GetValues<ReadDirection>())
            shapes.Add(category, tenant, name, timed, part, direction);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Log_is_read_in_the_order_of_an_index_and_never_sorted(
        string? category, string? tenant, string? name, bool timed, bool part, ReadDirection direction)
    {
        var range = Range(category, tenant, name, timed, part, direction);
        await using var store = await OpenAsync();

        var plan = Explain(LogQuery.Text(range));

        var expected = category is null
            ? "SEARCH TABLE foldstream_events AS e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"
            : "SEARCH TABLE foldstream_events AS e USING INDEX foldstream_events_by_category (category=? AND rowid>? AND rowid<?)";
        Assert.Equal(expected, plan[0]);
        Assert.DoesNotContain(plan, step => step.Contains("ORDER BY", StringComparison.Ordinal) || step.StartsWith("SCAN TABLE foldstream", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReadDirection.Forwards, null)]
    [InlineData(ReadDirection.Backwards, "noted")]
    public async Task One_stream_of_the_log_is_read_along_its_own_index_from_where_the_reader_is(ReadDirection direction, string? name)
    {
        var range = Range("thing", "", name, timed: true, part: true, direction) with { Stream = Sample.Stream() };
        await using var store = await OpenAsync();

        var plan = Explain(LogQuery.Text(range));

        Assert.Contains("SEARCH TABLE foldstream_events AS e USING INDEX sqlite_autoindex_foldstream_events_2 (stream=? AND version>?)", plan);
        Assert.Contains("SEARCH TABLE foldstream_events AS f USING INTEGER PRIMARY KEY (rowid=?)", plan);
        Assert.DoesNotContain(plan, step => step.Contains("ORDER BY", StringComparison.Ordinal) || step.StartsWith("SCAN TABLE foldstream", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_combination_of_filters_has_a_text_of_its_own()
    {
        var shapes = Shapes().Select(row => row.Data)
            .Select(data => Range(data.Item1, data.Item2, data.Item3, data.Item4, data.Item5, data.Item6))
            .SelectMany(range => (LogRange[])[range, range with { Stream = Sample.Stream() }]).Select(LogQuery.Shape);

        Assert.Equal(Enumerable.Range(0, LogQuery.Shapes), shapes.Order());
    }

    [Fact]
    public void Either_end_of_the_time_makes_a_range_timed() => Assert.Equal(
        LogQuery.Shape(new LogRange { RecordedFrom = TestClock.Start }), LogQuery.Shape(new LogRange { RecordedUntil = TestClock.Start }));

    private static LogRange Range(string? category, string? tenant, string? name, bool timed, bool part, ReadDirection direction) => new()
    {
        Category = category,
        Tenant = tenant,
        EventNames = name is null ? null : [name],
        RecordedFrom = timed ? TestClock.Start : null,
        Partition = part ? PartitionRange.Of(1, 4) : null,
        Direction = direction,
    };

    private List<string> Explain(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        for (var parameter = 1; parameter <= 11; parameter++)
            command.Parameters.AddWithValue($"?{parameter}", 0);
        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
            plan.Add(rows.GetString(3));
        return plan;
    }
}
