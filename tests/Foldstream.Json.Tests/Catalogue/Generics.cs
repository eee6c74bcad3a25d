namespace Foldstream.Json.Tests;

public sealed record Box<T>(T Content, T? Spare)
{
    public T? Extra { get; init; }

    public string Label { get; init; } = "box";

    public required int Weight { get; init; }
}

public readonly record struct Change<TBefore, TAfter>(TBefore Before, TAfter After);

public static class Shelf<T>
{
    public sealed record Place(T Item, int Row);
}

public record Page<T>(IReadOnlyList<T> Items, int Number);

public sealed record LastPage<T>(IReadOnlyList<T> Items, int Number, T Last) : Page<T>(Items, Number);

public sealed record Prices(IReadOnlyList<Money> Items, int Number, string Area) : Page<Money>(Items, Number)
{
    public string? Remark { get; init; } = "none";
}

[EventValue]
public readonly record struct Id<T>(Guid Value);

[Event("boxes")]
public sealed record Boxes(Box<int> Int, Box<string> Text, Box<string?> MaybeText, Box<Money> Money, Box<int?> MaybeInt, Box<Box<Color>> Nested, Box<List<string?>> List, Box<List<string>>? Strict);

[Event("changes")]
public sealed record Changes(Change<int, string> One, Change<string, int> Two, Change<Change<int, int>, Money?> Three, List<Change<Color, Color>>? Four);

[Event("pages")]
public sealed record Pages(Page<int> Numbers, LastPage<string> Texts, Prices Prices, Shelf<Guid>.Place Place, Id<Money> MoneyId, Dictionary<Id<Prices>, int> ById);
