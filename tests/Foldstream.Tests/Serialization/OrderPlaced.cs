using System.Text.Json;

namespace Foldstream.Tests;

/// <summary>An event with an array of objects with arrays, read by hand as generated code would.</summary>
internal sealed record OrderPlaced(OrderPlaced.Line[] Lines, string Note)
{
    public static readonly EventDefinition<OrderPlaced> Definition = new("order-placed", 1, new Converter());

    internal sealed record Line(int Price, int[] Sizes);

    private sealed class Converter : EventJsonConverter<OrderPlaced>
    {
        public override OrderPlaced Read(ref Utf8JsonReader reader)
        {
            Line[]? lines = null;
            string? note = null;
            while (NextMember(ref reader))
            {
                var isLines = reader.ValueTextEquals("lines"u8);
                Expect(ref reader, isLines ? JsonTokenType.StartArray : JsonTokenType.String);
                if (isLines)
                    lines = ReadLines(ref reader);
                else
                    note = reader.GetString();
            }

            return new OrderPlaced(lines ?? throw new MissingMemberJsonException("lines"), note ?? throw new MissingMemberJsonException("note"));
        }

        public override void Write(Utf8JsonWriter writer, OrderPlaced value) => throw new NotSupportedException("Only read here.");

        private static Line[] ReadLines(ref Utf8JsonReader reader)
        {
            var lines = new List<Line>();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                lines.Add(ReadLine(ref reader));
            return [.. lines];
        }

        private static Line ReadLine(ref Utf8JsonReader reader)
        {
            int? price = null;
            int[] sizes = [];
            while (NextMember(ref reader))
            {
                var isPrice = reader.ValueTextEquals("price"u8);
                Expect(ref reader, isPrice ? JsonTokenType.Number : JsonTokenType.StartArray);
                if (isPrice)
                    price = reader.GetInt32();
                else
                    sizes = ReadSizes(ref reader);
            }

            return new Line(price ?? throw new MissingMemberJsonException("price"), sizes);
        }

        private static int[] ReadSizes(ref Utf8JsonReader reader)
        {
            var sizes = new List<int>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                sizes.Add(reader.GetInt32());
            return [.. sizes];
        }

        private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

        private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
        {
            reader.Read();
            if (reader.TokenType != type)
                throw new JsonException($"{type} was expected, {reader.TokenType} was found");
        }
    }
}
