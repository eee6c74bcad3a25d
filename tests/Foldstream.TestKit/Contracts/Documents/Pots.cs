using System.Globalization;
using System.Text;

namespace Foldstream.TestKit;

/// <summary>Documents for tests of stores, without a projection behind them: a pot with an amount.</summary>
internal static class Pots
{
    public static ProjectionDefinition Definition(string name = "pots") => new()
    {
        Name = name,
        Category = "pot",
        EventNames = ["number-drawn"],
        IsSingleStream = true,
        Fields = FieldSchema.Object(("amount", FieldSchema.Number)),
        Indexes = [FieldPath.Root.Member("amount")],
    };

    public static DocumentCollection Live { get; } = new("pots");

    public static DocumentWrite Write(DocumentKey key, int amount, GlobalPosition position, StreamId? source = null)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"amount":{{amount.ToString(CultureInfo.InvariantCulture)}}}""");
        // The key of a number is not what these tests are about: a text does.
        var form = Encoding.UTF8.GetBytes($$"""{"amount":"{{amount.ToString("D10", CultureInfo.InvariantCulture)}}"}""");
        return new DocumentWrite(key, json, form, new DocumentMetadata(TestClock.Start, TestClock.Start.AddMinutes(amount), amount, position, source));
    }

    public static int AmountOf(StoredDocument stored)
    {
        using var json = System.Text.Json.JsonDocument.Parse(stored.Content);
        return json.RootElement.GetProperty("amount").GetInt32();
    }
}
