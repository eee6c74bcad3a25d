using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Declared indexes, the key and the source serve the queries that ask by them; values never become part of a statement.</summary>
public sealed class QueryPlanTests : PostgresTest
{
    private const int Documents = 20_000;

    private static readonly FieldPath Count = FieldPath.Root.Member("count");
    private static readonly FieldPath City = FieldPath.Root.Member("city").Member("name");

    [Fact]
    public async Task Declared_indexes_serve_comparisons_and_sorts()
    {
        await FillAsync();
        (DocumentQuery Query, string Index)[] asked =
        [
            (Of(new FieldFilter(Count, FieldOperator.Equal, [SortableKey.Of(17L)])), IndexOf(Count)),
            (Of(new FieldFilter(Count, FieldOperator.In, [SortableKey.Of(17L), SortableKey.Of(18L)])), IndexOf(Count)),
            (Of(new FieldFilter(Count, FieldOperator.Greater, [SortableKey.Of(Documents - 20L)])), IndexOf(Count)),
            (Of(new FieldFilter(City, FieldOperator.Equal, ["city-7"])), IndexOf(City)),
            (Of(new FieldFilter(City, FieldOperator.Equal, ["city-7"]) & new FieldFilter(Count, FieldOperator.Less, [SortableKey.Of(9_000L)])), IndexOf(City)),
            (new DocumentQuery { Sort = [new SortTerm(Count, Descending: false, NullsFirst: false)], Limit = 20 }, IndexOf(Count)),
            (new DocumentQuery { Limit = 20 }, "documents_tallies$key"),
            (Of(new IdFilter(FieldOperator.Greater, new DocumentKey("id-19990"))) with { Limit = 20 }, "documents_tallies$key"),
            (Of(DocumentFields.Id == "id-17"), "documents_tallies$key"),
            (new DocumentQuery { Source = Sample.Stream("source-17") }, "documents_tallies$source"),
        ];
        foreach (var (query, index) in asked)
        {
            var plan = await PlanAsync(query);
            Assert.True(plan.Contains(index, StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal), $"{query}\n{plan}");
        }
    }

    [Fact]
    public async Task Indexes_that_were_added_to_a_projection_are_made_and_go_with_a_promotion()
    {
        var bare = Tallies.Definition with { Indexes = [] };
        await Store.PrepareAsync(bare, "one", false, Cancellation);
        Assert.DoesNotContain(IndexOf(Count), await IndexesAsync());
        await Tallies.PrepareAsync(Store, Cancellation);
        await Tallies.PrepareAsync(Store, Cancellation);
        var indexes = await IndexesAsync();
        Assert.Equal(4, indexes.Count);
        Assert.Contains(IndexOf(Count), indexes);
        await Tallies.PrepareAsync(Store, Cancellation, isShadow: true);
        await Store.TransactAsync(
            (transaction, cancellation) => transaction.PromoteAsync(new ProjectionState(Tallies.Name, Lifecycle.Async, "two", DateTimeOffset.UnixEpoch), cancellation),
            cancellationToken: Cancellation);
        Assert.Equal(indexes, await IndexesAsync());
        await Tallies.PrepareAsync(Store, Cancellation);
        Assert.Equal(indexes, await IndexesAsync());
    }

    [Fact]
    public async Task Paths_and_values_of_any_kind_are_kept_apart_from_the_statement()
    {
        const string Odd = "it's \"odd\" \\ {field} {value} $1, ä";
        var schema = FieldSchema.Object(("labels", FieldSchema.Map(FieldSchema.Text)));
        var definition = Tallies.Definition with { Fields = schema, Indexes = [FieldPath.Root.Member("labels").Member(Odd)] };
        await Store.PrepareAsync(definition, "one", false, Cancellation);
        var position = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
        var metadata = new DocumentMetadata(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1, position, null);
        var content = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { labels = new Dictionary<string, string> { [Odd] = Odd } });
        var write = new DocumentWrite("a", content, QueryForm.Of(schema, "a", metadata, content), metadata);
        await Store.TransactAsync(
            (transaction, cancellation) => transaction.WriteAsync(new DocumentChanges(Tallies.Live, [write], []), cancellation), cancellationToken: Cancellation);
        var label = new Field<string>(FieldPath.Root.Member("labels").Member(Odd), SortableKey.Of);
        foreach (var filter in (DocumentFilter[])[label == Odd, label.StartsWith("it's"), label.Contains("{value}"), label.Matches("odd"), label.In(Odd), label.Custom("like", Odd)])
            Assert.Equal(1, await Store.CountAsync(Tallies.Live, "", filter, Cancellation));
        Assert.Equal(0, await Store.CountAsync(Tallies.Live, "", label == "'; DROP TABLE x; --", Cancellation));
    }

    [Theory]
    [InlineData("", "{field} = {value}")]
    [InlineData("like", "true")]
    public void Operator_that_looks_at_no_field_is_refused(string name, string sql)
    {
        var error = Assert.Throws<ArgumentException>(() => new PostgresStoreOptions { QueryOperators = new Dictionary<string, string> { [name] = sql } });
        Assert.Contains("QueryOperators", error.Message, StringComparison.Ordinal);
    }

    protected override PostgresStoreOptions Options => new() { QueryOperators = new Dictionary<string, string> { ["like"] = "{field} = {value}" } };

    private static DocumentQuery Of(DocumentFilter filter) => new() { Filter = filter };

    private static string IndexOf(FieldPath path) => "documents_tallies$" + ProjectionStatements.Suffix(path);

    private async Task FillAsync()
    {
        await Tallies.PrepareAsync(Store, Cancellation);
        var position = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
        var writes = Enumerable.Range(0, Documents).Select(number => Tallies.Write($"id-{number}", number, position, $"city-{number % 500}"))
            .Select((write, number) => write with { Metadata = write.Metadata with { Source = Sample.Stream($"source-{number}") } });
        foreach (var batch in writes.Chunk(2000))
        {
            await Store.TransactAsync(
                (transaction, cancellation) => transaction.WriteAsync(new DocumentChanges(Tallies.Live, batch, []), cancellation), cancellationToken: Cancellation);
        }

        await TestServer.ExecuteAsync($"ANALYZE {Schema.Name}.documents_tallies");
    }

    private async Task<string> PlanAsync(DocumentQuery query)
    {
        var (text, bind) = DocumentQueries.Statement(new DocumentTable(new SchemaName(Schema.Name), Tallies.Live), query, PostgresStoreOptions.Default.QueryOperators);
        await using var command = TestServer.Source.CreateCommand("EXPLAIN " + text);
        bind(command.Parameters);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        return string.Join('\n', await reader.ToListAsync(row => row.GetString(0), Cancellation));
    }

    private async Task<List<string>> IndexesAsync()
    {
        await using var command = TestServer.Source.CreateCommand(
            $"SELECT i.relname::text FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = '{Schema.Name}.documents_tallies'::regclass ORDER BY 1");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        return await reader.ToListAsync(row => row.GetString(0), Cancellation);
    }
}
