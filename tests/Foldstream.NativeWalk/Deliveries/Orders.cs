namespace Foldstream.NativeWalk;

/// <summary>What is ordered on the walk.</summary>
internal static class Orders
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.FromHours(2));

    public static StreamId Stream(string id) => new("delivery", id);

    /// <summary>A value in every member.</summary>
    public static DeliveryOrdered Full { get; } = new(
        "Ann Ågren", new Address("Kai 1", "Bergen"), [new Item(new Sku("tea"), 2, 4.50m), new Item(new Sku("cup"), 1, null)])
    {
        Payment = new Card("4711"),
        Speed = Speed.Fast,
        Handling = Handling.Fragile | Handling.Cold,
        Weight = new Weight(1.25m),
        Insured = true,
        Mark = 'ß',
        Distance = 12.5,
        Slope = (Half)0.25,
        Barcode = ulong.MaxValue,
        Code = new Guid("8c7f4dd2-6b1f-4a0e-9a39-0d8f5a3b2c1d"),
        Due = Noon,
        Day = new DateOnly(2024, 5, 1),
        At = new TimeOnly(9, 30),
        Window = TimeSpan.FromMinutes(90),
        Link = new Uri("https://example.org/track?id=1"),
        Signature = [1, 2, 250],
        Tags = ["red", "round\0"],
        Fees = new() { [Speed.Fast] = 3.90m },
        Others = new() { ["second.floor"] = new Address("Kai 2", null) },
        Floors = [2, 4],
    };

    /// <summary>Next to nothing, and null where that is allowed.</summary>
    public static DeliveryOrdered Sparse { get; } = new("bo", new Address("Torg 5", null), []);

    public static DeliveryOrdered Plain(string customer, string? town, decimal price, DateTimeOffset due) =>
        new(customer, new Address("Vei 3", town), [new Item(new Sku("tea"), 1, price)]) { Due = due, Day = new DateOnly(2024, 5, 2), Weight = new Weight(0.75m), Tags = ["red"] };
}
