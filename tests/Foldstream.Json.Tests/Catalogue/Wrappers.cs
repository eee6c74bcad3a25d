namespace Foldstream.Json.Tests;

[EventValue]
public readonly record struct AccountId(Guid Value);

[EventValue]
public readonly record struct OrderNumber(int Value);

[EventValue]
public sealed record Iban(string Value)
{
    public string Country => Value.Length < 2 ? "" : Value[..2];
}

[EventValue]
public readonly record struct Note(string? Text);

[EventValue]
public sealed class Tint(Color color)
{
    public Color Color { get; } = color;
}

[EventValue]
public readonly record struct Owner(AccountId Account);

[EventValue]
public readonly record struct Basket(List<Money> Items);

[EventValue]
public readonly record struct Total(Money Amount);

[EventValue]
public readonly record struct MaybeDay(DateOnly? Day);

[Event("wrappers")]
public sealed record Wrappers(AccountId Id, OrderNumber Number, Iban Iban, Note Note, Tint Tint, Owner Owner, Basket Basket, Total Total, MaybeDay Day);

[Event("nullable-wrappers")]
public sealed record NullableWrappers(AccountId? Id, OrderNumber? Number, Iban? Iban, Tint? Tint, Owner? Owner, Total? Total);

[Event("wrappers-in-collections")]
public sealed record WrappersInCollections(AccountId[] Ids, List<Iban?> Ibans, List<OrderNumber?> Numbers, Dictionary<string, AccountId> Named);
