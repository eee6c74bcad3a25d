using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Adds typed parameters, without boxing and without a look at the value's type.</summary>
internal static class Parameters
{
    public static void AddText(this DbParameterCollection parameters, string text) =>
        parameters.Add(new NpgsqlParameter<string> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text });

    public static void AddInt64(this DbParameterCollection parameters, long number) =>
        parameters.Add(new NpgsqlParameter<long> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint });

    public static void AddTextOrNull(this DbParameterCollection parameters, string? text) =>
        parameters.Add(new NpgsqlParameter<string?> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text });

    public static void AddInt64OrNull(this DbParameterCollection parameters, long? number) =>
        parameters.Add(new NpgsqlParameter<long?> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint });

    public static void AddInterval(this DbParameterCollection parameters, TimeSpan duration) =>
        parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = duration, NpgsqlDbType = NpgsqlDbType.Interval });

    public static void AddInt32(this DbParameterCollection parameters, int number) =>
        parameters.Add(new NpgsqlParameter<int> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Integer });

    public static void AddBoolean(this DbParameterCollection parameters, bool value) =>
        parameters.Add(new NpgsqlParameter<bool> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Boolean });

    public static void AddGuid(this DbParameterCollection parameters, Guid id) =>
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id, NpgsqlDbType = NpgsqlDbType.Uuid });

    public static void AddTime(this DbParameterCollection parameters, DateTimeOffset time) =>
        parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });

    public static void AddBytes(this DbParameterCollection parameters, ReadOnlyMemory<byte> bytes) =>
        parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });

    public static void AddBytesOrNull(this DbParameterCollection parameters, byte[]? bytes) =>
        parameters.Add(new NpgsqlParameter<byte[]?> { TypedValue = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });

    public static void AddArray<T>(this DbParameterCollection parameters, T[] values, NpgsqlDbType element) =>
        parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element });
}
