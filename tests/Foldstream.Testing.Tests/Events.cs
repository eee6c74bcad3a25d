using System.Text.Json.Nodes;

namespace Foldstream.Testing.Tests;

[Event("opened", Version = 2)]
public sealed record Opened(string Holder)
{
    [Upcast(from: 1)]
    public static JsonObject FromV1(JsonObject old) => new() { ["holder"] = (string?)old["owner"] };
}

[Event("closed/é")]
public sealed record Closed(int? Reason);
