using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.Tests;

public sealed class EventMetadataJsonTests
{
    private static readonly Gen<string> Text =
        Gen.Elements("", "a", "\"", "\\", "\u0000", "\u001F", "\u2028", "é", "🎉", "</script>", "{}", "null").ArrayOf().Select(string.Concat);

    private static readonly Gen<string?> TextOrNull = Gen.OneOf(Gen.Constant((string?)null), Text.Select(text => (string?)text));

    private static readonly Gen<EventMetadata> Metadata =
        from correlation in TextOrNull
        from causation in TextOrNull
        from actor in TextOrNull
        from headers in Text.Zip(Text).ArrayOf()
        select new EventMetadata
        {
            CorrelationId = correlation,
            CausationId = causation,
            Actor = actor,
            Headers = headers.DistinctBy(header => header.Item1).ToDictionary(header => header.Item1, header => header.Item2, StringComparer.Ordinal),
        };

    [Fact]
    public void What_is_written_is_read_back() =>
        Prop.ForAll(Metadata.ToArbitrary(), metadata => Assert.Equal(metadata, EventMetadataJson.Read(EventMetadataJson.Write(metadata))))
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void None_is_no_bytes()
    {
        Assert.Empty(EventMetadataJson.Write(EventMetadata.None));
        Assert.Same(EventMetadata.None, EventMetadataJson.Read([]));
    }

    [Fact]
    public void Only_what_is_set_is_written()
    {
        var metadata = new EventMetadata
        {
            CorrelationId = "c",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "2", ["a"] = "1" },
        };
        Assert.Equal("""{"correlationId":"c","headers":{"a":"1","b":"2"}}""", Encoding.UTF8.GetString(EventMetadataJson.Write(metadata)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"actor\":1}")]
    [InlineData("{\"headers\":[]}")]
    [InlineData("{\"headers\":{\"a\":1}}")]
    [InlineData("{\"headers\":{\"a\":null}}")]
    [InlineData("{} {}")]
    public void Other_bytes_are_refused_as_json(string json) =>
        Assert.ThrowsAny<JsonException>(() => EventMetadataJson.Read(Encoding.UTF8.GetBytes(json)));
}
