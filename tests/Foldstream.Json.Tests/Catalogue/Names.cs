namespace Foldstream.Json.Tests;

[Event("keywords")]
public sealed record @event(int @class, string @namespace, bool @if, Color? @default);

[Event("casing")]
public sealed record Casing(int X, int URL, int IOPort, int AB1, int Ab, int snake_Case, int _Leading, int Éclair, int ÄÖ, int Ωμέγα, int lower, int ID, int iPhone);

[Event("names-of-locals")]
public sealed record NamesOfLocals(int Reader, int Writer, int Value, int? Member, int Result, bool HasValue, int HasHasValue, string Names, int? Present, int? Item, int Instance, int Definition, int DefinitionName)
{
    public int? Target { get; init; }

    public int SetTarget { get; init; }
}

public static class Outer
{
    [Event("nested")]
    public sealed record Nested(int Number, Nested.Inner.Part Part)
    {
        public static class Inner
        {
            public sealed record Part(string Text);
        }
    }

    [Event("holds-events")]
    internal sealed record HoldsEvents(Nested Nested, Nested? Maybe, StructEvent Struct, StructEvent? MaybeStruct, List<Nested> All);
}

[Event("obsolete")]
[Obsolete("Shipped once, stored for ever.")]
public sealed record Obsoleted(int Number)
{
    [Obsolete("Use the number.")]
    public string? Text { get; init; }
}

#nullable disable
[Event("oblivious")]
public sealed record Oblivious(string Text, int Number, List<string> List, Money Money);
#nullable restore

[Event("holds-events-of-another-assembly")]
public sealed record HoldsForeign(Generated.Library.ParcelSent Sent, Generated.Library.ParcelDelivered? Delivered, Generated.Library.Address[] Addresses);
