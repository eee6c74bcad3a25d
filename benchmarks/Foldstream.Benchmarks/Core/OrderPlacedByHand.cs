using System.Text.Json;

namespace Foldstream.Benchmarks;

/// <summary>The floor: what a careful person writes with Utf8JsonReader and Utf8JsonWriter.</summary>
internal static class OrderPlacedByHand
{
    private static readonly JsonEncodedText OrderId = JsonEncodedText.Encode("orderId");
    private static readonly JsonEncodedText Customer = JsonEncodedText.Encode("customer");
    private static readonly JsonEncodedText Total = JsonEncodedText.Encode("total");
    private static readonly JsonEncodedText Currency = JsonEncodedText.Encode("currency");
    private static readonly JsonEncodedText Lines = JsonEncodedText.Encode("lines");
    private static readonly JsonEncodedText PlacedAt = JsonEncodedText.Encode("placedAt");
    private static readonly JsonEncodedText Express = JsonEncodedText.Encode("express");
    private static readonly JsonEncodedText ChannelName = JsonEncodedText.Encode("channel");

    public static void Write(Utf8JsonWriter writer, OrderPlaced value)
    {
        writer.WriteStartObject();
        writer.WriteString(OrderId, value.OrderId);
        writer.WriteString(Customer, value.Customer);
        writer.WriteNumber(Total, value.Total);
        writer.WriteString(Currency, value.Currency);
        writer.WriteNumber(Lines, value.Lines);
        writer.WriteString(PlacedAt, value.PlacedAt);
        writer.WriteBoolean(Express, value.Express);
        writer.WriteString(ChannelName, value.Channel switch { Channel.Web => "Web"u8, Channel.Phone => "Phone"u8, _ => "Shop"u8 });
        writer.WriteEndObject();
    }

    public static OrderPlaced Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Guid orderId = default;
        string customer = "", currency = "";
        decimal total = 0;
        var lines = 0;
        DateTimeOffset placedAt = default;
        var express = false;
        Channel channel = default;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 7 when name.SequenceEqual("orderId"u8):
                    orderId = reader.GetGuid();
                    break;
                case 8 when name.SequenceEqual("customer"u8):
                    customer = reader.GetString()!;
                    break;
                case 5 when name.SequenceEqual("total"u8):
                    total = reader.GetDecimal();
                    break;
                case 8 when name.SequenceEqual("currency"u8):
                    currency = reader.GetString()!;
                    break;
                case 5 when name.SequenceEqual("lines"u8):
                    lines = reader.GetInt32();
                    break;
                case 8 when name.SequenceEqual("placedAt"u8):
                    placedAt = reader.GetDateTimeOffset();
                    break;
                case 7 when name.SequenceEqual("express"u8):
                    express = reader.GetBoolean();
                    break;
                case 7 when name.SequenceEqual("channel"u8):
                    channel = reader.ValueTextEquals("Web"u8) ? Channel.Web : reader.ValueTextEquals("Phone"u8) ? Channel.Phone : Channel.Shop;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new OrderPlaced(orderId, customer, total, currency, lines, placedAt, express, channel);
    }
}
