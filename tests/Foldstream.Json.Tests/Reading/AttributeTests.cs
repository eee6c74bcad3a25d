using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

/// <summary>What the attributes of System.Text.Json ask for.</summary>
public sealed class AttributeTests
{
    [Fact]
    public void What_is_ignored_is_neither_written_nor_read()
    {
        var value = new IgnoredMembers(1, "text", Color.Red, Guid.AllBitsSet) { Anything = new() };

        Assert.Equal("""{"number":1,"never":3}"""u8, Events.Write(value));
        Assert.Equal(new IgnoredMembers(1), Events.Read<IgnoredMembers>("""{"number":1,"text":"x","color":"Red","id":7,"anything":{},"field":2}"""));
    }

    [Fact]
    public void What_is_ignored_one_way_goes_the_other()
    {
        Assert.Equal("""{"onlyWritten":"kept","held":[1]}"""u8, Events.Write(new IgnoredOneWay(1) { Old = "o" }));

        var read = Events.Read<IgnoredOneWay>("""{"onlyRead":7,"old":"o","onlyWritten":"x","held":5}""");
        Assert.Equal((7, "o", "kept"), (read.OnlyRead, read.Old, read.OnlyWritten));
    }

    [Fact]
    public void What_was_left_out_when_it_was_written_is_not_missed() =>
        Assert.Equal(new IgnoredDefaults(0, null, 0, false, default, default, default, null, default), Events.Read<IgnoredDefaults>("{}"));

    [Theory]
    [InlineData("""{"text":"t","maybe":null,"color":null}""", "number")]
    [InlineData("""{"number":null,"maybe":null,"color":null}""", "text")]
    [InlineData("""{"number":null,"text":"t","color":null}""", "maybe")]
    [InlineData("""{"number":null,"text":"t","maybe":null}""", "color")]
    public void What_is_marked_as_required_is_required_even_where_it_can_be_null(string json, string member) =>
        Assert.Equal(member, Events.Refused<JsonRequiredMembers>(json).Member);

    [Fact]
    public void Null_reaches_a_converter_that_takes_it_and_no_other()
    {
        var read = Events.Read<Converted>("""{"temperature":null,"maybe":null,"place":null,"all":[null],"places":[null],"named":{"a":null},"agreed":"yes","text":null,"asText":null}""");

        Assert.Equal((default, null, null, "null", null), (read.Temperature, read.Maybe, read.Place, read.Text, read.AsText));
        Assert.Null(read.All[0]);
        Assert.Null(read.Places[0]);
    }

    [Theory]
    [InlineData("1", "ends on the last token")]
    [InlineData("[1,2]", "ends on the last token")]
    [InlineData("\"throws\"", "as it was told")]
    public void A_converter_that_reads_too_much_or_throws_is_told_with_its_member(string json, string message)
    {
        var exception = Events.Refused<Careless>($$"""{"value":{{json}},"next":2}""");

        Assert.Contains(message, exception.Message);
        Assert.NotEmpty(exception.Member!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_converter_that_writes_too_much_or_nothing_is_told(int value) =>
        Assert.Contains("wrote too much or too little", Assert.Throws<EventWriteException>(() => Events.Write(new Careless(new(value), 2))).Message);

    [JsonConverter(typeof(CarelessConverter))]
    internal readonly record struct Risky(int Number);

    [Event("careless-converter")]
    internal sealed record Careless(Risky Value, int Next);

    internal sealed class CarelessConverter : JsonConverter<Risky>
    {
        public override Risky Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                throw new NotSupportedException("as it was told");
            reader.Read();
            return new(2);
        }

        public override void Write(Utf8JsonWriter writer, Risky value, JsonSerializerOptions options)
        {
            if (value.Number == 1)
                writer.WriteStartArray();
            else if (value.Number > 1)
                writer.WriteNumberValue(value.Number);
        }
    }
}
