// Events are immutable; whoever insists on setters silences the rule, and then they are stored like the others.
#pragma warning disable FS0005

namespace Foldstream.Json.Tests;

public sealed record Money(decimal Amount, string Currency);

public readonly record struct Point(int X, int Y);

public sealed record Line(string Product, int Quantity, Money Price, Point? Shelf, List<Rights> Rights);

public struct Mutable
{
    public int Number { get; set; }

    public string? Text { get; set; }
}

public sealed class Customer
{
    public required string Name { get; init; }

    public Money? Credit { get; init; } = new(0m, "EUR");

    public IReadOnlyList<string> Tags { get; init; } = ["new"];
}

[Event("order-placed")]
public sealed record OrderPlaced(Guid Id, Customer Customer, IReadOnlyList<Line> Lines, Money Total, Money? Discount, Point Place, Mutable Extra, Mutable? MaybeExtra);

[Event("struct-event")]
public readonly record struct StructEvent(int Number, string Text, Money? Money);

[Event("init-only")]
public sealed class InitOnly
{
    public int Number { get; init; } = 7;

    public string Text { get; init; } = "as it was";

    public Color? Color { get; init; }
}

[Event("init-only-struct")]
public struct InitOnlyStruct
{
    public InitOnlyStruct()
    {
    }

    public int Number { get; init; } = 7;

    public string? Text { get; init; } = "as it was";
}

[Event("settable")]
public sealed class Settable
{
    private string text = "";

    public int Number { get; set; }

    public string Text
    {
        get => text;
        set => text = value;
    }

    public static string Shared { get; set; } = "is not written";

    public int this[int index] => index;

    internal int Hidden { get; set; } = 1;

    private int Secret { get; set; } = 2;
}

[Event("constructed")]
public sealed class Constructed
{
    public Constructed(string text, int number)
    {
        Text = text;
        Number = number;
    }

    public int Number { get; }

    public string Text { get; }
}

[Event("primary-constructor")]
public sealed class PrimaryConstructor(string text, int? number)
{
    public string Text { get; } = text;

    public int? Number { get; init; } = number;
}

[Event("constructed-struct")]
public readonly struct ConstructedStruct(int number, string text)
{
    public int Number { get; init; } = number;

    public string Text { get; init; } = text;
}

[Event("required")]
public sealed record Required(int First)
{
    public required string Text { get; init; }

    public required int Number { get; set; }

    public required string? Maybe { get; init; }
}

[Event("defaults")]
public sealed record Defaults(
    int Number = -5,
    string Text = "none \"given\"\n",
    string? Nothing = null,
    decimal Amount = 1.50m,
    double Ratio = double.Epsilon,
    float Infinite = 1e30f,
    char Letter = '\'',
    Color Color = Color.Blue,
    Color? Maybe = Color.Green,
    bool Yes = true,
    long Long = long.MinValue,
    ulong ULong = ulong.MaxValue,
    uint UInt = uint.MaxValue,
    Guid Id = default,
    Point Point = default,
    byte Byte = 255);

[Event("computed")]
public sealed record Computed(decimal Net, decimal Tax)
{
    public decimal Gross => Net / 2;

    public string Kind => "sale";

    public Money AsMoney => new(Net, "EUR");
}

[Event("many")]
public sealed record Many(
    int M01, int M02, int M03, int M04, int M05, int M06, int M07, int M08, int M09, int M10, int M11, int M12,
    string T01, string T02, string T03, string T04, string? T05, string? T06, string? T07, string? T08,
    DateTimeOffset D01, DateTimeOffset? D02, Guid G01, Guid? G02, Color C01, Color? C02);
