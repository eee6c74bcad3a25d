namespace Foldstream.Benchmarks;

/// <summary>The event that is stored: about 200 bytes of JSON.</summary>
internal static class SampleOrder
{
    public static OrderPlaced Value { get; } = new(
        new Guid("0198b1c2-7a5e-7c3d-9f10-2b6a4e8d1c35"), "Alice Liddell", 129.95m, "EUR", 3,
        new DateTimeOffset(2026, 3, 1, 12, 30, 15, TimeSpan.FromHours(1)), true, Channel.Phone);

    public static OrderPlaced[] Many(int count) => [.. Enumerable.Repeat(Value, count)];
}
