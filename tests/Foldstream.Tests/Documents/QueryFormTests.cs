using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Foldstream.Tests;

public sealed class QueryFormTests
{
    private static readonly DocumentMetadata Metadata = new(
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero).AddTicks(7), 12, new GlobalPosition(Guid.Empty, 1), null);

    private static readonly FieldSchema Schema = FieldSchema.Object(
        ("text", FieldSchema.Text),
        ("number", FieldSchema.Number),
        ("flag", FieldSchema.Boolean),
        ("time", FieldSchema.Time),
        ("duration", FieldSchema.Duration),
        ("inner", FieldSchema.Object(("a", FieldSchema.Text), ("b", FieldSchema.Number))),
        ("list", FieldSchema.List(FieldSchema.Number)),
        ("map", FieldSchema.Map(FieldSchema.Text)));

    [Fact]
    public void Every_value_becomes_its_key()
    {
        var form = Form("""
            {"text":"a","number":-1.50,"flag":true,"time":"2026-11-24T12:00:00+02:00","duration":"-1.00:00:01","inner":{"a":"x","b":1e2},"list":[1,null,2.0],"map":{"k":"v","n":null}}
            """);
        Assert.Equal(
            $$$"""{"text":"a","number":"{{{SortableKey.Of(-1.5m)}}}","flag":"true","time":"2026-11-24T10:00:00.0000000Z","duration":"{{{SortableKey.Of(new TimeSpan(-1, 0, 0, -1))}}}","inner":{"a":"x","b":"{{{SortableKey.Of(100)}}}"},"list":["{{{SortableKey.Of(1)}}}",null,"{{{SortableKey.Of(2)}}}"],"map":{"k":"v","n":null}}""",
            form);
    }

    [Fact]
    public void Id_times_and_version_go_with_the_members()
    {
        var form = Encoding.UTF8.GetString(QueryForm.Of(FieldSchema.Object(), new DocumentKey("ü/1", "t"), Metadata, "{}"u8));
        Assert.Equal($$"""{"$id":"ü/1","$createdAt":"2026-01-02T02:04:05.0000000Z","$updatedAt":"2026-02-03T04:05:06.0000000Z","$version":"{{SortableKey.Of(12)}}"}""", form);
    }

    [Fact]
    public void Members_that_the_schema_does_not_know_are_left_out_with_all_they_hold() =>
        Assert.Equal("""{"text":"a","inner":{"a":"y"}}""", Form("""{"secret":{"text":"no","list":[{"a":1}]},"text":"a","other":[1,[2]],"inner":{"z":1,"a":"y"}}"""));

    [Fact]
    public void Members_may_come_in_any_order_and_may_be_null_or_missing() =>
        Assert.Equal("""{"map":null,"list":null,"inner":null,"time":null,"number":null,"text":null}""", Form("""{"map":null,"list":null,"inner":null,"time":null,"number":null,"text":null}"""));

    [Theory]
    [InlineData("\"a\\u0000b\"", "a\0b")]
    [InlineData("\"\\u0001\\u0002\\u0003\"", "\u0001\u0002\u0003")]
    [InlineData("\"\\ud83d\\ude00\\n\\\"\"", "😀\n\"")]
    [InlineData("\"😀é\"", "😀é")]
    [InlineData("\"\"", "")]
    [InlineData("42", "42")]
    public void Text_becomes_its_key(string json, string expected)
    {
        using var form = JsonDocument.Parse(Form($$"""{"text":{{json}}}"""));
        Assert.Equal(SortableKey.Of(expected), form.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void Keys_of_maps_are_escaped_as_texts_are()
    {
        using var form = JsonDocument.Parse(Form("""{"map":{"a\u0000":"v","😀":"w"}}"""));
        Assert.Equal([SortableKey.Of("a\0"), "😀"], form.RootElement.GetProperty("map").EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-24T00:00:00.0000000Z")]
    [InlineData("2026-11-24T12:30", "2026-11-24T12:30:00.0000000Z")]
    [InlineData("2026-11-24T12:30:15.5", "2026-11-24T12:30:15.5000000Z")]
    [InlineData("2026-11-24T12:30:15.123456789Z", "2026-11-24T12:30:15.1234567Z")]
    [InlineData("2026-11-24T12:30:15-05:30", "2026-11-24T18:00:15.0000000Z")]
    [InlineData("2026-11-24T12:30:15\\u002B01:00", "2026-11-24T11:30:15.0000000Z")]
    [InlineData("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59.9999999-14:00", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000Z")]
    public void Times_of_JSON_become_their_instant(string time, string expected) =>
        Assert.Equal($$"""{"time":"{{expected}}"}""", Form($$"""{"time":"{{time}}"}"""));

    [Theory]
    [InlineData("""{"time":"2026-02-30"}""", "time")]
    [InlineData("""{"time":"2026-11-24T25:00:00Z"}""", "time")]
    [InlineData("""{"time":"2026-11-24 12:00"}""", "time")]
    [InlineData("""{"time":"2026-11-24T12:00:00.Z"}""", "time")]
    [InlineData("""{"time":5}""", "time")]
    [InlineData("""{"number":"x"}""", "number")]
    [InlineData("""{"number":true}""", "number")]
    [InlineData("""{"flag":"true"}""", "flag")]
    [InlineData("""{"duration":"an hour"}""", "duration")]
    [InlineData("""{"text":["a"]}""", "text")]
    [InlineData("""{"inner":[]}""", "inner")]
    [InlineData("""{"inner":{"b":"x"}}""", "inner.b")]
    [InlineData("""{"list":[1,"x"]}""", "list.[]")]
    [InlineData("""{"map":{"k":1.5,"l":[]}}""", "map.*")]
    public void What_is_not_as_the_schema_says_is_an_error_that_names_the_member(string document, string member) =>
        Assert.Contains($"'{member}'", Assert.Throws<JsonException>(() => Form(document)).Message, StringComparison.Ordinal);

    [Fact]
    public void After_an_error_the_next_document_is_written_whole()
    {
        Assert.Throws<JsonException>(() => Form("""{"inner":{"b":"x"}}"""));
        Assert.Equal("""{"text":"a"}""", Form("""{"text":"a"}"""));
        Assert.Contains("'number'", Assert.Throws<JsonException>(() => Form("""{"number":"x"}""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_and_numbers_are_written()
    {
        var digits = new string('7', 5000);
        var text = new string('\0', 3000);
        using var form = JsonDocument.Parse(Form($$"""{"number":{{digits}},"text":{{JsonSerializer.Serialize(text)}}}"""));
        Assert.Equal(SortableKey.OfNumber(digits), form.RootElement.GetProperty("number").GetString());
        Assert.Equal(SortableKey.Of(text), form.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void A_document_costs_its_own_bytes_only()
    {
        var target = new ArrayBufferWriter<byte>(4096);
        var document = """{"text":"a\u0000","number":12.5,"time":"2026-11-24T12:00:00+02:00","duration":"01:00:00","inner":{"a":"x","b":1},"list":[1,2,3],"map":{"k":"v"}}"""u8.ToArray();
        Write();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            Write();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Write()
        {
            target.ResetWrittenCount();
            QueryForm.Write(Schema, new DocumentKey("a"), Metadata, document, target);
        }
    }

    [Fact]
    public void A_member_of_a_projection_may_not_have_the_name_of_a_field_of_every_document()
    {
        var refused = Assert.Throws<ArgumentException>(() => new ProjectionDefinition { Name = "x", EventNames = [], Fields = FieldSchema.Object(("$id", FieldSchema.Text)) });
        Assert.Contains("'$id'", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The form without what every document has.</summary>
    private static string Form(string document)
    {
        var form = Encoding.UTF8.GetString(QueryForm.Of(Schema, new DocumentKey("a"), Metadata, Encoding.UTF8.GetBytes(document)));
        var version = $"\"$version\":\"{SortableKey.Of(12)}\"";
        var rest = form[(form.IndexOf(version, StringComparison.Ordinal) + version.Length)..];
        return "{" + rest.TrimStart(',');
    }
}
