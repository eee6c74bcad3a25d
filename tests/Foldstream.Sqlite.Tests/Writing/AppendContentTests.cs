using System.Text.Json;

namespace Foldstream.Sqlite.Tests;

/// <summary>Events of typed appends, which the store encodes itself.</summary>
public sealed class AppendContentTests : SqliteTest
{
    private static readonly EventModel Model = new(new EventDefinition<Said>("said", 1, new SaidConverter()));

    [Fact]
    public async Task Content_of_each_event_comes_back_whatever_was_appended_before()
    {
        await using var store = await OpenAsync();
        string[][] appends = [["one", "two", "three"], [new string('x', 200_000), "after"], ["short"], ["", "ü", "last"]];

        foreach (var texts in appends)
            await AppendAsync(store, texts);

        Assert.Equal(appends.SelectMany(texts => texts), await TextsAsync(store));
    }

    [Fact]
    public async Task Content_of_appends_that_wait_together_is_kept_apart()
    {
        await using var store = await OpenAsync();
        Task<AppendResult>[] appends;
        using (new FileLock(FilePath))
            appends = [.. Enumerable.Range(0, 20).Select(number => AppendAsync(store, $"{number}", $"again {number}"))];

        await Task.WhenAll(appends);

        Assert.Equal(Enumerable.Range(0, 20).SelectMany(number => (string[])[$"{number}", $"again {number}"]), await TextsAsync(store));
    }

    [Fact]
    public async Task Event_that_cannot_be_encoded_fails_nobody_else()
    {
        await using var store = await OpenAsync();
        await AppendAsync(store, "before");
        Task<AppendResult> good;
        using (new FileLock(FilePath))
        {
            good = AppendAsync(store, "good");
            await Assert.ThrowsAsync<EventWriteException>(async () => await AppendAsync(store, "fine", SaidConverter.Refused));
        }

        await good;
        await AppendAsync(store, "after");
        Assert.Equal(["before", "good", "after"], await TextsAsync(store));
    }

    [Fact]
    public async Task Append_that_is_repeated_is_recognised_by_its_content()
    {
        await using var store = await OpenAsync();
        var typed = store.With(Model);
        var context = new CommandContext { IdempotencyKey = "key" };
        await typed.AppendAsync(Sample.Stream(), ExpectedVersion.NoStream, [new Said("one")], context, Cancellation);

        Assert.True((await typed.AppendAsync(Sample.Stream(), ExpectedVersion.NoStream, [new Said("one")], context, Cancellation)).AlreadyStored);
        await Assert.ThrowsAsync<DuplicateEventException>(async () =>
            await typed.AppendAsync(Sample.Stream(), ExpectedVersion.NoStream, [new Said("other")], context, Cancellation));

        Assert.Equal(["one"], await TextsAsync(store));
    }

    private static Task<AppendResult> AppendAsync(SqliteEventStore store, params string[] texts) =>
        store.With(Model).AppendAsync(Sample.Stream(), ExpectedVersion.Any, texts.Select(text => new Said(text)), cancellationToken: Cancellation).AsTask();

    private static async Task<IEnumerable<string>> TextsAsync(SqliteEventStore store) =>
        (await store.With(Model).ReadAsync(Sample.Stream(), cancellationToken: Cancellation).ToListAsync(Cancellation)).Select(read => ((Said)read.Event).Text);

    private sealed record Said(string Text);

    private sealed class SaidConverter : EventJsonConverter<Said>
    {
        public const string Refused = "refused";

        public override Said Read(ref Utf8JsonReader reader)
        {
            var text = "";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Read();
                text = reader.GetString()!;
            }

            return new Said(text);
        }

        public override void Write(Utf8JsonWriter writer, Said value)
        {
            if (value.Text == Refused)
                throw new NotSupportedException("The test refuses it.");
            writer.WriteStartObject();
            writer.WriteString("text", value.Text);
            writer.WriteEndObject();
        }
    }
}
