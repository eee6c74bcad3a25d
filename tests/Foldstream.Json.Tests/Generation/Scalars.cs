using System.Text.Json;

namespace Foldstream.Json.Tests;

/// <summary>Makes single values: common ones, special ones, any bits at all.</summary>
internal static class Scalars
{
    private static readonly string[] Pieces =
    [
        "", " ", "a", "Zürich", "日本語", "🙂", "\u0000", "\u0001", "\u001f", "\u007f", "\u0085", "\u2028", "\ufeff", "\uffff", "\"", "\\", "/", "\n\r\t\b\f",
        "<script>&amp;'+`", "\u00a0", "e\u0301", "𐐷", "\ud83d\udc69\u200d\ud83d\udcbb", "null", "{}", "\\u0041", new('x', 300),
    ];

    private static readonly string[] Uris =
        ["https://example.org/a?b=c#d", "relative/path", "", "/rooted", "mailto:a@example.org", "https://exämple.org/ü?q=日本", "urn:isbn:0451450523", "a b", "https://example.org/%7Ea", "file:///c:/x"];

    private static readonly string[] Documents = ["1", "\"a\"", "[1,null,{}]", """{"a":{"b":[true]},"c":-1.5e3}""", "false"];

    private static readonly Dictionary<Type, Func<Random, object>> Makers = new()
    {
        [typeof(bool)] = random => random.Next(2) == 0,
        [typeof(byte)] = random => (byte)Bits(random),
        [typeof(sbyte)] = random => (sbyte)Bits(random),
        [typeof(short)] = random => (short)Bits(random),
        [typeof(ushort)] = random => (ushort)Bits(random),
        [typeof(int)] = random => (int)Bits(random),
        [typeof(uint)] = random => (uint)Bits(random),
        [typeof(long)] = random => (long)Bits(random),
        [typeof(ulong)] = random => Bits(random),
        [typeof(float)] = random => Finite((float)Double(random)),
        [typeof(double)] = random => Double(random),
        [typeof(decimal)] = random => Decimal(random),
        [typeof(char)] = Character,
        [typeof(string)] = Text,
        [typeof(Guid)] = random => random.Next(8) == 0 ? Guid.Empty : new Guid(RandomBytes(random, 16)),
        [typeof(DateTime)] = random => new DateTime(Ticks(random, DateTime.MaxValue.Ticks), (DateTimeKind)random.Next(3)),
        [typeof(DateTimeOffset)] = Offset,
        [typeof(DateOnly)] = random => DateOnly.FromDayNumber((int)Ticks(random, DateOnly.MaxValue.DayNumber)),
        [typeof(TimeOnly)] = random => new TimeOnly(Ticks(random, TimeOnly.MaxValue.Ticks)),
        [typeof(TimeSpan)] = random => new TimeSpan((long)Bits(random)),
        [typeof(Uri)] = random => new Uri(Uris[random.Next(Uris.Length)], UriKind.RelativeOrAbsolute),
        [typeof(JsonElement)] = random => JsonDocument.Parse(Documents[random.Next(Documents.Length)]).RootElement,
        [typeof(Half)] = HalfNumber,
        [typeof(Version)] = VersionNumber,
        [typeof(Memory<byte>)] = random => new Memory<byte>(RandomBytes(random, random.Next(5))),
        [typeof(ReadOnlyMemory<byte>)] = random => new ReadOnlyMemory<byte>(RandomBytes(random, random.Next(5))),
        [typeof(byte[])] = random => RandomBytes(random, random.Next(5)),
    };

    public static object? Create(Random random, Type type) =>
        type.IsEnum ? Enumerated(random, type) : Makers.TryGetValue(type, out var make) ? make(random) : null;

    public static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) == 0 ? Character(random).ToString()! : Pieces[random.Next(Pieces.Length)]));

    // Defined, combined and undefined values.
    private static object Enumerated(Random random, Type type)
    {
        var defined = Enum.GetValuesAsUnderlyingType(type);
        if (defined.Length > 0 && random.Next(2) == 0)
            return Enum.ToObject(type, defined.GetValue(random.Next(defined.Length))!);
        return Enum.ToObject(type, random.Next(2) == 0 ? (ulong)random.Next(16) : Bits(random));
    }

    private static ulong Bits(Random random) => random.Next(8) switch
    {
        0 => 0,
        1 => 1,
        2 => ulong.MaxValue,
        3 => 1ul << random.Next(64),
        4 => (1ul << random.Next(64)) - 1,
        5 => (ulong)random.Next(100),
        _ => (ulong)random.NextInt64(long.MinValue, long.MaxValue),
    };

    private static double Double(Random random) => random.Next(6) switch
    {
        0 => random.Next(-100, 100) / 4.0,
        1 => new[] { 0.0, -0.0, double.MaxValue, double.MinValue, double.Epsilon, 0.1, 1e21, 1e-7, 1e15, 123456789012345680 }[random.Next(10)],
        _ => Finite(BitConverter.UInt64BitsToDouble(Bits(random))),
    };

    private static double Finite(double value) => double.IsFinite(value) ? value : 1.5;

    private static object Finite(float value) => float.IsFinite(value) ? value : float.MaxValue;

    private static object Decimal(Random random) => random.Next(4) switch
    {
        0 => new[] { 0m, -0.0m, 0.00m, 1.10m, decimal.MaxValue, decimal.MinValue, decimal.One / 3, 1e-28m }[random.Next(8)],
        _ => new decimal((int)Bits(random), (int)Bits(random), (int)Bits(random), random.Next(2) == 0, (byte)random.Next(29)),
    };

    // Half a surrogate pair is no text.
    private static object Character(Random random)
    {
        var character = (char)(random.Next(2) == 0 ? random.Next(0x100) : random.Next(0x10000));
        return char.IsSurrogate(character) ? '\ufffd' : character;
    }

    private static object HalfNumber(Random random)
    {
        var value = BitConverter.UInt16BitsToHalf((ushort)Bits(random));
        return Half.IsFinite(value) ? value : Half.MaxValue;
    }

    private static object VersionNumber(Random random) => random.Next(3) switch
    {
        0 => new Version(random.Next(3), random.Next()),
        1 => new Version(0, 1, random.Next(100)),
        _ => new Version(int.MaxValue, 2, 3, random.Next(100)),
    };

    private static object Offset(Random random)
    {
        var offset = TimeSpan.FromMinutes(random.Next(3) == 0 ? 0 : random.Next(-14 * 60, (14 * 60) + 1));
        var utc = Ticks(random, DateTime.MaxValue.Ticks);
        var local = Math.Clamp(utc, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(local, offset);
    }

    private static long Ticks(Random random, long greatest) => random.Next(5) switch
    {
        0 => 0,
        1 => greatest,
        2 => random.NextInt64(greatest) / 10_000_000 * 10_000_000 % (greatest + 1),
        _ => random.NextInt64(greatest),
    };

    private static byte[] RandomBytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
