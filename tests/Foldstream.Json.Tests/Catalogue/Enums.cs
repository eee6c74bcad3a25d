namespace Foldstream.Json.Tests;

public enum Color
{
    Red,
    Green,
    Blue,
}

public enum Spelling
{
    @class = 1,
    Größe = 2,
    snake_case = 3,
    Ωμέγα = 4,
}

public enum Aliased
{
    First = 1,
    Same = 1,
    Other = 2,
    Also = 2,
}

public enum Nothing;

public enum TinyEnum : byte
{
    Low,
    High = byte.MaxValue,
}

public enum SignedTinyEnum : sbyte
{
    Low = sbyte.MinValue,
    Zero = 0,
    High = sbyte.MaxValue,
}

public enum ShortEnum : short
{
    Low = short.MinValue,
    Minus = -1,
    High = short.MaxValue,
}

public enum UShortEnum : ushort
{
    Zero,
    High = ushort.MaxValue,
}

public enum UIntEnum : uint
{
    Zero,
    High = uint.MaxValue,
}

public enum LongEnum : long
{
    Low = long.MinValue,
    Minus = -1,
    High = long.MaxValue,
}

public enum ULongEnum : ulong
{
    Zero,
    High = ulong.MaxValue,
}

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
    Admin = 4,
    ReadWrite = Read | Write,
    All = ReadWrite | Admin,
}

[Flags]
public enum Weekdays : byte
{
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Weekend = 0b1100_0000,
    Sunday = 0b1000_0000,
}

[Flags]
public enum SignedFlags : sbyte
{
    One = 1,
    Two = 2,
    Top = sbyte.MinValue,
    Everything = -1,
}

[Flags]
public enum LongFlags : long
{
    Lowest = 1,
    Highest = long.MinValue,
}
