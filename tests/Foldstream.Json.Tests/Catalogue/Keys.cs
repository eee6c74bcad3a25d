namespace Foldstream.Json.Tests;

[EventValue]
public readonly record struct Sku(string Code);

[EventValue]
public readonly record struct Shade(Color Color);

[Event("keyed-by-integers")]
public sealed record KeyedByIntegers(
    Dictionary<byte, int> Byte,
    Dictionary<sbyte, int> SByte,
    Dictionary<short, int> Short,
    Dictionary<ushort, int> UShort,
    IReadOnlyDictionary<int, string?> Int,
    IDictionary<uint, Money> UInt,
    Dictionary<long, List<int>> Long,
    Dictionary<ulong, Dictionary<int, bool>> ULong);

[Event("keyed-by-guid")]
public sealed record KeyedByGuid(Dictionary<Guid, decimal> Amounts, Dictionary<Guid, Guid?>? Maybe);

[Event("keyed-by-enums")]
public sealed record KeyedByEnums(
    Dictionary<Color, int> Colors, Dictionary<Spelling, int> Spellings, Dictionary<Rights, int> Rights, Dictionary<SignedTinyEnum, int> Tiny, Dictionary<ULongEnum, int> ULong, Dictionary<LongFlags, int> Flags);

[Event("keyed-by-wrappers")]
public sealed record KeyedByWrappers(
    Dictionary<AccountId, decimal> Balances, Dictionary<OrderNumber, Money?> Orders, IReadOnlyDictionary<Iban, Note> Ibans, Dictionary<Sku, int> Skus, Dictionary<Shade, bool> Shades);
