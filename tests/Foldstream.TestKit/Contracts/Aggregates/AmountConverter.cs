using System.Text.Json;

namespace Foldstream.TestKit;

/// <summary>Reads and writes events that hold one number, as generated code would.</summary>
internal sealed class AmountConverter<TEvent>(Func<long, TEvent> create, Func<TEvent, long> amountOf) : EventJsonConverter<TEvent>
{
    public override TEvent Read(ref Utf8JsonReader reader)
    {
        long? amount = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAmount = reader.ValueTextEquals("amount"u8);
            reader.Read();
            if (isAmount)
                amount = reader.GetInt64();
            else
                reader.Skip();
        }

        return create(amount ?? throw new MissingMemberJsonException("amount"));
    }

    public override void Write(Utf8JsonWriter writer, TEvent value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount"u8, amountOf(value));
        writer.WriteEndObject();
    }
}
