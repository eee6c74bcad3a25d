// Events of every shape, whose real payloads the schemas have to allow.
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Foldstream.Catalogue.Tests;

public enum Color
{
    Red,
    Blue,
}

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
}

[EventValue]
public readonly record struct OrderId(Guid Value);

public sealed record Money(decimal Amount, string Currency);

public sealed record Line(string Article, int Count, Money? Price);

[Event("scalars-stored", Version = 2)]
#pragma warning disable FS0018 // A DateTime has a schema too, for those who keep one.
public sealed record ScalarsStored(
    bool Boolean, sbyte SByte, byte Byte, short Int16, ushort UInt16, int Int32, uint UInt32, long Int64, ulong UInt64,
    float Single, double Double, decimal Decimal, Half Half, char Char, string String, DateTime DateTime, DateTimeOffset DateTimeOffset,
    DateOnly DateOnly, TimeOnly TimeOnly, TimeSpan TimeSpan, Guid Guid, Uri Uri, Version Version, byte[] Bytes, ReadOnlyMemory<byte> Memory);
#pragma warning restore FS0018

[Event("nothing-stored")]
public sealed record NothingStored(int? Number, string? Text, Color? Color, Money? Money, Guid? Id, IReadOnlyList<int>? Numbers);

[Event("order-placed")]
public sealed record OrderPlaced(OrderId Order, IReadOnlyList<Line> Lines, Color Color, Rights Rights, string? Note = null)
{
    public int Count => Lines.Count;

    public Money? Discount { get; init; }
}

[Event("order-labelled")]
public sealed record OrderLabelled(
    Dictionary<string, Money?> Prices, Dictionary<OrderId, int> Counts, Dictionary<Color, string> Colors, ImmutableArray<string?> Notes, ISet<Color> Set, int[][] Matrix);

[Event("order | \"placed\"/é")]
public sealed record OddlyNamed(string? Value);

[JsonDerivedType(typeof(Leaf), "leaf")]
[JsonDerivedType(typeof(Pair), 2)]
public record Tree(string? Note = null);

public sealed record Leaf(int Value) : Tree;

public sealed record Pair(Tree Left, Tree? Right) : Tree;

public sealed record Person(string Name, Person? Parent, IReadOnlyList<Person> Children);

[Event("tree-planted")]
public sealed record TreePlanted(Tree Tree, Person Owner, [property: JsonPropertyName("the place")] string? Place, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note)
{
    [JsonIgnore]
    public string Ignored => "";
}

[Aggregate("order")]
[Ignores<OrderLabelled>]
public sealed partial class Order
{
    public void Place() => Raise(new OrderPlaced(default, [], Color.Red, Rights.None));

    private void Apply(OrderPlaced e)
    {
    }
}

public sealed class Transaction;

[Projection("orders", Of = typeof(Order))]
[Ignores<OrderLabelled>]
public sealed partial class OrderView
{
    public int Lines { get; private set; }

    private void Apply(OrderPlaced e) => Lines = e.Lines.Count;
}

[Projector("order-rows", Category = "order")]
public sealed partial class OrderRows
{
    private void Project(OrderPlaced e, Transaction transaction)
    {
    }
}

[Subscription("mailer")]
[Ignores<TreePlanted>]
public sealed partial class Mailer
{
    private void Handle(OrderPlaced e)
    {
    }
}
