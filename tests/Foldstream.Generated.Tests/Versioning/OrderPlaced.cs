using System.Text.Json.Nodes;

namespace Foldstream.Generated.Tests;

/// <summary>The second version; of the first there is no type any more.</summary>
[Event("order-placed", Version = 2)]
public sealed record OrderPlacedV2(string Customer);

/// <summary>An older version that is a struct, and that only this assembly sees.</summary>
[Event("order-placed", Version = 3)]
internal readonly record struct OrderPlacedV3(string FirstName, string LastName)
{
    [Upcast]
    internal static OrderPlacedV3 From(OrderPlacedV2 old)
    {
        var names = old.Customer.Split(' ');
        return new OrderPlacedV3(names[0], names[1]);
    }
}

/// <summary>The newest version; the way there goes through JSON, types, and JSON again.</summary>
[Event("order-placed", Version = 5)]
public sealed record OrderPlaced(string FirstName, string LastName, int Lines)
{
    [Upcast(from: 1)]
    public static JsonObject ToV2(JsonObject v1)
    {
        if (v1.Remove("name", out var name))
            v1["customer"] = name;
        return v1;
    }

    [Upcast]
    internal static OrderPlacedV4 ToV4(in OrderPlacedV3 old) => new() { First = old.FirstName, Last = old.LastName };

    [Upcast(from: 4)]
    public static JsonObject ToV5(JsonObject v4) => new()
    {
        ["firstName"] = v4["first"]?.DeepClone(),
        ["lastName"] = v4["last"]?.DeepClone(),
        ["lines"] = v4["lines"]?.DeepClone() ?? 1,
    };
}

[Event("order-placed", Version = 4)]
internal sealed class OrderPlacedV4
{
    public required string First { get; init; }

    public required string Last { get; init; }
}
