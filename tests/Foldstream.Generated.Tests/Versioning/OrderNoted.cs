using System.Text.Json.Nodes;

namespace Foldstream.Generated.Tests;

/// <summary>An event with steps that go wrong, as the content asks for.</summary>
[Event("order-noted", Version = 3)]
internal sealed record OrderNoted(string Text)
{
    [Upcast(from: 1)]
    public static JsonObject ToV2(JsonObject v1) => v1["return"]?.GetValue<string>() switch
    {
        "null" => null!,
        "error" => throw new InvalidOperationException("secret"),
        "again" => throw new NotSupportedException("secret"),
        _ => v1,
    };

    [Upcast(from: 2)]
    public static OrderNoted? From(JsonObject v2) => v2["text"]?.GetValue<string>() is { Length: > 0 } text ? new OrderNoted(text) : null;
}
