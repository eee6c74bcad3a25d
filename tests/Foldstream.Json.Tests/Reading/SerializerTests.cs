using System.Buffers;
using System.Text.Json;

namespace Foldstream.Json.Tests;

/// <summary>The converters behind System.Text.Json's own API: whole, in a stream, in pieces.</summary>
public sealed class SerializerTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = TestsEvents.Model };

    [Theory]
    [MemberData(nameof(Events.Names), MemberType = typeof(Events))]
    public async Task Events_are_read_from_a_stream_in_small_pieces(string name)
    {
        var (type, json) = Sample(name);
        var options = new JsonSerializerOptions(Options) { DefaultBufferSize = 1 };

        var read = await JsonSerializer.DeserializeAsync(new OneByteStream(json), type, options, TestContext.Current.CancellationToken);

        Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(read, type, options));
    }

    [Theory]
    [MemberData(nameof(Events.Names), MemberType = typeof(Events))]
    public void Events_are_read_from_memory_in_small_pieces(string name)
    {
        var (type, json) = Sample(name);
        var reader = new Utf8JsonReader(InPieces(json));

        Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(ref reader, type, Options), type, Options));
    }

    [Fact]
    public void What_is_wrong_is_a_JsonException_as_the_serializer_promises() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Integers>("""{"int":"1"}""", Options));

    private static (Type Type, byte[] Json) Sample(string name)
    {
        var type = Events.Definition(name).ClrType;
        return (type, Events.Write(new Values(new Random(2)).Create(type)));
    }

    private static ReadOnlySequence<byte> InPieces(byte[] json)
    {
        var first = new Piece(json.AsMemory(0, 1), null);
        var last = first;
        for (var index = 1; index < json.Length; index++)
            last = new Piece(json.AsMemory(index, 1), last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            before?.Next = this;
        }
    }

    private sealed class OneByteStream(byte[] json) : MemoryStream(json)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
