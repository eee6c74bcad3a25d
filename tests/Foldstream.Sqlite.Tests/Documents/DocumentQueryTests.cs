using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

public sealed class DocumentQueryTests : ReadModelTest
{
    private static readonly FieldPath Text = FieldPath.Root.Member("text");

    public static TheoryData<FieldOperator, bool> IndexedQuestions => new()
    {
        { FieldOperator.Equal, false },
        { FieldOperator.In, false },
        { FieldOperator.StartsWith, false },
        // Half of all documents, as SQLite guesses, are sorted by id faster along the primary key.
        { FieldOperator.Less, true },
        { FieldOperator.GreaterOrEqual, true },
    };

    [Theory]
    [MemberData(nameof(IndexedQuestions))]
    public async Task Declared_field_is_found_by_its_index(FieldOperator asked, bool isSorted)
    {
        await using var store = await PrepareAsync(await OpenAsync(), "text");

        var plan = Explain(new DocumentQuery
        {
            Filter = new FieldFilter(Text, asked, ["b"]),
            Sort = isSorted ? [new SortTerm(Text, Descending: false, NullsFirst: false)] : [],
        });

        Assert.True(
            plan.Exists(step => step.StartsWith("SEARCH TABLE foldstream_documents_notes AS d USING INDEX foldstream_index_notes_", StringComparison.Ordinal)),
            string.Join(" / ", plan));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Declared_field_is_sorted_by_its_index_in_both_directions(bool descending, bool descendingIds)
    {
        await using var store = await PrepareAsync(await OpenAsync(), "text");

        var plan = Explain(new DocumentQuery { Sort = [new SortTerm(Text, descending, NullsFirst: descending)], DescendingIds = descendingIds, Limit = 10 });

        Assert.Equal(["SCAN TABLE foldstream_documents_notes AS d USING INDEX foldstream_index_notes_2"], plan);
    }

    [Fact]
    public async Task Documents_without_filter_and_sort_come_along_the_primary_key()
    {
        await using var store = await PrepareAsync(await OpenAsync(), "text");

        var plan = Explain(new DocumentQuery { Limit = 10 });

        Assert.Equal(["SCAN TABLE foldstream_documents_notes AS d USING INDEX sqlite_autoindex_foldstream_documents_notes_1"], plan);
    }

    [Fact]
    public async Task Documents_of_a_source_are_found_by_an_index()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        await WriteAsync(store, Note(store, "a"), Note(store, "b"));

        var plan = Explain(new DocumentQuery { Source = Sample.Stream("b") });

        Assert.StartsWith("SEARCH TABLE foldstream_documents_notes AS d USING INDEX foldstream_index_notes_1 (source_id=?", plan[0], StringComparison.Ordinal);
        Assert.Equal(["b"], (await store.QueryAsync(Notes, new DocumentQuery { Source = Sample.Stream("b") }, Cancellation)).Select(stored => stored.Key.Id));
    }

    [Fact]
    public async Task Index_that_is_declared_later_is_made_later_and_only_once()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        await PrepareAsync(store, "text");
        await PrepareAsync(store, "text");

        Assert.Equal(2L, Query("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name LIKE 'foldstream_index_notes_%'"));
    }

    [Fact]
    public async Task Documents_that_take_the_place_of_others_have_their_indexes_and_the_views_of_the_user_go_on()
    {
        await using var store = await PrepareAsync(await OpenAsync(), "text");
        await WriteAsync(store, Note(store, "old"));
        Query("CREATE VIEW my_notes AS SELECT id FROM foldstream_documents_notes");
        for (var round = 0; round < 3; round++)
        {
            await store.PrepareAsync(Definition("text"), "two", isShadow: true, Cancellation);
            var note = Note(store, $"new-{round}");
            await store.TransactAsync(
                async (transaction, cancellation) =>
                {
                    await transaction.WriteAsync(new DocumentChanges(Notes.Shadow, [note], []), cancellation);
                    await transaction.PromoteAsync(new ProjectionState("notes", Lifecycle.Async, "two", TestClock.Start), cancellation);
                },
                cancellationToken: Cancellation);

            Assert.Equal($"new-{round}", Query("SELECT group_concat(id) FROM my_notes"));
            var plan = Explain(new DocumentQuery { Filter = new FieldFilter(Text, FieldOperator.Equal, ["x"]) });
            Assert.StartsWith("SEARCH TABLE foldstream_documents_notes AS d USING INDEX foldstream_index_notes_", plan[0], StringComparison.Ordinal);
            Assert.Equal([$"new-{round}"], await IdsAsync(store, new FieldFilter(Text, FieldOperator.Equal, ["x"])));
        }

        Assert.Equal(2L, Query("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name LIKE 'foldstream_index_notes_%'"));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with'apostrophe")]
    [InlineData("with\"quote")]
    [InlineData("with.dot [and] $dollar")]
    [InlineData("back\\slash")]
    [InlineData("grüße 🏦")]
    [InlineData("tab\t")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("?1 {value} {field}")]
    public async Task Any_key_of_a_map_can_be_asked_for(string key)
    {
        await using var store = await PrepareAsync(await OpenAsync());
        var json = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["facts"] = new Dictionary<string, string> { [key] = "here", ["other"] = "there" } });
        await WriteAsync(store, Note(store, "a", json), Note(store, "b"));
        var path = FieldPath.Root.Member("facts").Member(SortableKey.Of(key)!);

        Assert.Equal(["a"], await IdsAsync(store, new FieldFilter(path, FieldOperator.Equal, ["here"])));
        Assert.Equal(["b"], await IdsAsync(store, new FieldFilter(path, FieldOperator.IsNull, [])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\uD7FF")]
    [InlineData("a\U0010FFFF")]
    [InlineData("\U0010FFFF\U0010FFFF")]
    [InlineData("z\uFFFF")]
    public async Task Beginning_is_found_up_to_the_last_character_that_there_is(string prefix)
    {
        string[] texts = ["", "a", "aa", "a\U0010FFFF", "a\U0010FFFFb", "b", "\uD7FF", "\uD7FFx", "\uE000", "\U0010FFFF", "\U0010FFFF\U0010FFFF", "\U0010FFFF\U0010FFFFz", "z\uFFFF", "z\uFFFFy", "z\U00010000"];
        await using var store = await PrepareAsync(await OpenAsync(), "text");
        await WriteAsync(store, [.. texts.Select((text, number) => Note(store, $"{number:D2}", System.Text.Json.JsonSerializer.Serialize(new { text })))]);

        var found = await IdsAsync(store, new FieldFilter(Text, FieldOperator.StartsWith, [prefix]));

        Assert.Equal(texts.Select((text, number) => (text, number)).Where(item => item.text.StartsWith(prefix, StringComparison.Ordinal)).Select(item => $"{item.number:D2}"), found);
    }

    [Fact]
    public async Task More_values_than_SQLite_has_parameters_may_be_asked_for()
    {
        await using var store = await PrepareAsync(await OpenAsync(), "text");
        await WriteAsync(store, Note(store, "a", """{"text":"v-39999"}"""), Note(store, "b", """{"text":"w"}"""));

        var found = await IdsAsync(store, new FieldFilter(Text, FieldOperator.In, [.. Enumerable.Range(0, 40_000).Select(number => $"v-{number}")]));

        Assert.Equal(["a"], found);
    }

    [Fact]
    public async Task List_is_asked_for_an_item()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        await WriteAsync(
            store, Note(store, "a", """{"tags":["x","y"]}"""), Note(store, "b", """{"tags":["z"]}"""), Note(store, "c", """{"tags":null}"""), Note(store, "d", """{"tags":[]}"""));

        Assert.Equal(["a"], await IdsAsync(store, new FieldFilter(FieldPath.Root.Member("tags"), FieldOperator.Has, ["y"])));
        Assert.Equal(["a"], await IdsAsync(store, new FieldFilter(FieldPath.Root.Member("tags").Item(1), FieldOperator.Equal, ["y"])));
    }

    [Theory]
    [InlineData("Bad_Name")]
    [InlineData("x; DROP TABLE foldstream_events")]
    [InlineData("")]
    public async Task Name_that_is_none_reaches_no_SQL(string name)
    {
        await using var store = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.PrepareAsync(Definition() with { Name = name }, "one", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.QueryAsync(new DocumentCollection(name), new DocumentQuery(), Cancellation));

        Assert.Equal(0L, Query("SELECT count(*) FROM foldstream_projections"));
    }

    [Fact]
    public async Task Commits_of_documents_wake_nobody_who_waits_for_events()
    {
        await using var store = await PrepareAsync(await OpenAsync());
        var wait = store.WaitAsync(null, Cancellation).AsTask();

        await WriteAsync(store, Note(store, "a"));
        await store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        Assert.False(wait.IsCompleted);
        await AppendAsync(store);

        await wait.WaitAsync(Patience, Cancellation);
    }

    /// <summary>The plan of a query as the store writes it.</summary>
    private List<string> Explain(DocumentQuery query)
    {
        var sql = new DocumentSql(SqliteStoreOptions.Default.QueryOperators);
        var text = DocumentReader.Text(Notes, query, sql);
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        for (var parameter = 1; parameter <= sql.Values.Count + 2; parameter++)
            command.Parameters.AddWithValue($"?{parameter}", 0);
        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
            plan.Add(rows.GetString(3));
        return plan;
    }
}
