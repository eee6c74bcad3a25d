using System.Text.Json.Nodes;
using Foldstream;

namespace Versions;

#region older
/// <summary>What an order said before first and last names were told apart.</summary>
[Event("order-placed", Version = 2)]
public sealed record OrderPlacedV2(string Customer);
#endregion

#region newest
[Event("order-placed", Version = 3)]
public sealed record OrderPlaced(string FirstName, string LastName)
{
    [Upcast]
    public static OrderPlaced From(OrderPlacedV2 old)
    {
        var names = old.Customer.Split(' ', 2);
        return new OrderPlaced(names[0], names.Length > 1 ? names[1] : "");
    }

    [Upcast(from: 1)]
    public static JsonObject ToV2(JsonObject v1)
    {
        v1["customer"] = v1["name"]?.DeepClone();
        return v1;
    }
}
#endregion
