using System.Runtime.CompilerServices;
using System.Text;
using Shop;

namespace Foldstream.Json.Tests;

/// <summary>The JSON that the documentation shows is the JSON that is stored.</summary>
public sealed class DocumentedFormTests
{
    private static readonly Guid Basket = Guid.Parse("01960000-0000-7000-8000-000000000000");

    public static TheoryData<object> Shown =>
    [
        new BasketFilled(Basket, [new Position("mug", 2, new Price(4.50m, "EUR"))], new DateTimeOffset(2025, 3, 1, 9, 30, 0, TimeSpan.FromHours(1))),
        new StockReserved(new BasketId(Basket), new Dictionary<Shop.Sku, int> { [new Shop.Sku("mug")] = 2 }),
        new PaymentChosen(new BasketId(Basket), new ByCard("4711")),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void Page_shows_what_is_stored(object @event)
    {
        var stored = Encoding.UTF8.GetString(Events.Write(@event)).Replace(Basket.ToString(), "0196…", StringComparison.Ordinal);
        Assert.Contains(stored, File.ReadAllText(Page()), StringComparison.Ordinal);
    }

    private static string Page([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "events.md"));
}
