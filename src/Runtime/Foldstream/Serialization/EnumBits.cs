using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Foldstream;

/// <summary>The integers behind enums, without boxing; a smaller signed one keeps its sign.</summary>
internal static class EnumBits
{
    public static ulong Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Type.GetTypeCode(typeof(TEnum)) switch
    {
        TypeCode.SByte => unchecked((ulong)Unsafe.BitCast<TEnum, sbyte>(value)),
        TypeCode.Byte => Unsafe.BitCast<TEnum, byte>(value),
        TypeCode.Int16 => unchecked((ulong)Unsafe.BitCast<TEnum, short>(value)),
        TypeCode.UInt16 => Unsafe.BitCast<TEnum, ushort>(value),
        TypeCode.Int32 => unchecked((ulong)Unsafe.BitCast<TEnum, int>(value)),
        TypeCode.UInt32 => Unsafe.BitCast<TEnum, uint>(value),
        _ => Unsafe.BitCast<TEnum, ulong>(value),
    };

    public static TEnum To<TEnum>(ulong bits)
        where TEnum : struct, Enum => Type.GetTypeCode(typeof(TEnum)) switch
    {
        TypeCode.SByte or TypeCode.Byte => Unsafe.BitCast<byte, TEnum>(unchecked((byte)bits)),
        TypeCode.Int16 or TypeCode.UInt16 => Unsafe.BitCast<ushort, TEnum>(unchecked((ushort)bits)),
        TypeCode.Int32 or TypeCode.UInt32 => Unsafe.BitCast<uint, TEnum>(unchecked((uint)bits)),
        _ => Unsafe.BitCast<ulong, TEnum>(bits),
    };

    public static void WriteNumber<TEnum>(Utf8JsonWriter writer, TEnum value)
        where TEnum : struct, Enum
    {
        if (Type.GetTypeCode(typeof(TEnum)) == TypeCode.UInt64)
            writer.WriteNumberValue(Of(value));
        else
            writer.WriteNumberValue(unchecked((long)Of(value)));
    }

    public static void WriteKey<TEnum>(Utf8JsonWriter writer, TEnum value)
        where TEnum : struct, Enum
    {
        if (Type.GetTypeCode(typeof(TEnum)) == TypeCode.UInt64)
            EventJsonKeys.Write(writer, Of(value));
        else
            EventJsonKeys.Write(writer, unchecked((long)Of(value)));
    }

    public static TEnum ReadNumber<TEnum>(ref Utf8JsonReader reader)
        where TEnum : struct, Enum => To<TEnum>(Type.GetTypeCode(typeof(TEnum)) switch
    {
        TypeCode.SByte => unchecked((ulong)reader.GetSByte()),
        TypeCode.Byte => reader.GetByte(),
        TypeCode.Int16 => unchecked((ulong)reader.GetInt16()),
        TypeCode.UInt16 => reader.GetUInt16(),
        TypeCode.Int32 => unchecked((ulong)reader.GetInt32()),
        TypeCode.UInt32 => reader.GetUInt32(),
        TypeCode.Int64 => unchecked((ulong)reader.GetInt64()),
        _ => reader.GetUInt64(),
    });

    public static TEnum ReadKey<TEnum>(ref Utf8JsonReader reader)
        where TEnum : struct, Enum => To<TEnum>(Type.GetTypeCode(typeof(TEnum)) switch
    {
        TypeCode.SByte => unchecked((ulong)EventJsonKeys.ReadSByte(ref reader)),
        TypeCode.Byte => EventJsonKeys.ReadByte(ref reader),
        TypeCode.Int16 => unchecked((ulong)EventJsonKeys.ReadInt16(ref reader)),
        TypeCode.UInt16 => EventJsonKeys.ReadUInt16(ref reader),
        TypeCode.Int32 => unchecked((ulong)EventJsonKeys.ReadInt32(ref reader)),
        TypeCode.UInt32 => EventJsonKeys.ReadUInt32(ref reader),
        TypeCode.Int64 => unchecked((ulong)EventJsonKeys.ReadInt64(ref reader)),
        _ => EventJsonKeys.ReadUInt64(ref reader),
    });
}
