using System.Text;
using System.Text.Json;

namespace Foldstream.Tests;

public sealed class EventEncodingTests
{
    private static readonly EventDefinition<Nested> Definition = new("nested", 1, new NestedConverter());

    [Fact]
    public void Converter_may_encode_other_events_while_it_writes()
    {
        var json = Definition.Encode(new Nested(3, "x")).Data;
        for (var depth = 3; depth > 0; depth--)
        {
            using var document = JsonDocument.Parse(json);
            Assert.Equal((depth, "x"), (document.RootElement.GetProperty("depth").GetInt32(), document.RootElement.GetProperty("text").GetString()));
            json = document.RootElement.GetProperty("inner").GetBytesFromBase64();
        }

        Assert.Equal("""{"depth":0,"text":"x"}""", Encoding.UTF8.GetString(json.Span));
    }

    [Fact]
    public void Error_names_the_event_and_leaves_the_next_one_clean()
    {
        var before = Text(new Nested(0));
        var error = Assert.Throws<EventWriteException>(() => Definition.Encode(new Nested(-1)));
        Assert.Equal(Definition.Type, error.Type);
        Assert.IsType<NotSupportedException>(error.InnerException);
        Assert.Contains("'nested'", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Text(new Nested(0)));
    }

    [Fact]
    public void Large_event_leaves_the_next_one_clean()
    {
        var large = Text(new Nested(0, new string('y', 200_000)));
        Assert.Equal(200_000, large.Count(character => character == 'y'));
        Assert.DoesNotContain("y", Text(new Nested(0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Encoded_events_do_not_share_their_bytes()
    {
        var first = Definition.Encode(new Nested(0, "first"));
        var second = Definition.Encode(new Nested(0, "second"));
        Assert.Contains("first", Encoding.UTF8.GetString(first.Data.Span), StringComparison.Ordinal);
        Assert.Contains("second", Encoding.UTF8.GetString(second.Data.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_do_not_disturb_one_another() =>
        Parallel.For(0, 300_000, number =>
            Assert.Equal($$"""{"amount":{{number}}}""", Encoding.UTF8.GetString(Tally.Raised.Encode(new TallyRaised(number)).Data.Span)));

    private static string Text(Nested nested) => Encoding.UTF8.GetString(Definition.Encode(nested).Data.Span);

    internal sealed record Nested(int Depth, string Text = "");

    /// <summary>Writes each level through the encoding of the next, as a user's converter might.</summary>
    private sealed class NestedConverter : EventJsonConverter<Nested>
    {
        public override Nested Read(ref Utf8JsonReader reader) => throw new NotSupportedException("Only written here.");

        public override void Write(Utf8JsonWriter writer, Nested value)
        {
            writer.WriteStartObject();
            writer.WriteNumber("depth"u8, value.Depth >= 0 ? value.Depth : throw new NotSupportedException("A converter broke."));
            writer.WriteString("text"u8, value.Text);
            if (value.Depth > 0)
                writer.WriteBase64String("inner"u8, Definition.Encode(new Nested(value.Depth - 1, value.Text)).Data.Span);
            writer.WriteEndObject();
        }
    }
}
