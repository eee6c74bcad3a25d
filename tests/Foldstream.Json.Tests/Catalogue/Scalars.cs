namespace Foldstream.Json.Tests;

[Event("empty")]
public sealed record Empty;

[Event("booleans")]
public sealed record Booleans(bool Yes, bool? Maybe);

[Event("integers")]
public sealed record Integers(byte Byte, sbyte SByte, short Short, ushort UShort, int Int, uint UInt, long Long, ulong ULong);

[Event("nullable-integers")]
public sealed record NullableIntegers(byte? Byte, sbyte? SByte, short? Short, ushort? UShort, int? Int, uint? UInt, long? Long, ulong? ULong);

[Event("floats")]
public sealed record Floats(float Single, double Double, float? MaybeSingle, double? MaybeDouble);

[Event("decimals")]
public sealed record Decimals(decimal Amount, decimal? Maybe);

[Event("characters")]
public sealed record Characters(char Letter, char? Maybe);

[Event("texts")]
public sealed record Texts(string Text, string? Maybe, string Third);

[Event("identifiers")]
public sealed record Identifiers(Guid Id, Guid? Maybe);

#pragma warning disable FS0018 // A DateTime is written as System.Text.Json writes it, for those who keep one.
[Event("date-times")]
public sealed record DateTimes(DateTime At, DateTime? Maybe, DateTimeOffset Instant, DateTimeOffset? MaybeInstant);

[Event("dates")]
public sealed record Dates(DateOnly Date, TimeOnly Time, TimeSpan Duration, DateOnly? MaybeDate, TimeOnly? MaybeTime, TimeSpan? MaybeDuration);

[Event("addresses")]
public sealed record Addresses(Uri Uri, Uri? Maybe);

[Event("bytes")]
public sealed record Bytes(byte[] Content, byte[]? Maybe, List<byte> Listed);

[Event("colors")]
public sealed record Colors(Color Color, Color? Maybe, Spelling Spelling, Aliased Aliased, Nothing Nothing);

[Event("sizes")]
public sealed record Sizes(TinyEnum Tiny, SignedTinyEnum SignedTiny, ShortEnum Short, UShortEnum UShort, UIntEnum UInt, LongEnum Long, ULongEnum ULong);

[Event("flags")]
public sealed record Flags(Rights Rights, Weekdays Weekdays, SignedFlags Signed, LongFlags Long, Rights? Maybe);

[Event("half-numbers")]
public sealed record HalfNumbers(Half Half, Half? Maybe, List<Half> Listed);

[Event("versions")]
public sealed record Versions(Version Version, Version? Maybe, Version?[] Listed);

[Event("memory")]
public sealed record InMemory(ReadOnlyMemory<byte> ReadOnly, Memory<byte> Editable, ReadOnlyMemory<byte>? MaybeReadOnly, Memory<byte>? MaybeEditable);
