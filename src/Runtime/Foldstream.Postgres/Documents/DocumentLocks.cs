using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Keeps the documents of some keys for one transaction, also those that are not there yet.</summary>
/// <remarks>
/// <para>A row that does not exist cannot be locked, so each key has an advisory lock of the transaction, numbered by a hash of 64 bits; two keys of one
/// number wait for one another without need, and nothing else. All take them in the order of the numbers.</para>
/// <para>A server has room for some thousands of locks. Who wants more than <see cref="MostKeys"/> documents of a projection takes all of it instead: its
/// lock is shared by those who lock keys.</para>
/// </remarks>
internal sealed class DocumentLocks(SchemaName schema)
{
    public const int MostKeys = 256;

    private const string ShareAll = "SELECT pg_catalog.pg_advisory_xact_lock_shared($1)";
    private const string TakeAll = "SELECT pg_catalog.pg_advisory_xact_lock($1)";
    private const string TakeKeys = "SELECT pg_catalog.pg_advisory_xact_lock(k.number) FROM unnest($1) k (number)";

    public IEnumerable<NpgsqlBatchCommand> Take(DocumentTable table, IReadOnlyCollection<DocumentKey> keys)
    {
        var ofTable = Number(14695981039346656037, schema.Name, table.Name);
        var all = new NpgsqlBatchCommand(keys.Count > MostKeys ? TakeAll : ShareAll);
        all.Parameters.AddInt64(unchecked((long)ofTable));
        yield return all;
        if (keys.Count > MostKeys)
            yield break;
        var each = new NpgsqlBatchCommand(TakeKeys);
        each.Parameters.AddArray([.. keys.Select(key => unchecked((long)Number(ofTable, key.Tenant, key.Id))).Distinct().Order()], NpgsqlDbType.Bigint);
        yield return each;
    }

    // FNV-1a of 64 bits: every process must come to the same number.
    private static ulong Number(ulong start, string first, string second)
    {
        var number = start;
        foreach (var octet in Encoding.UTF8.GetBytes(first + '\0' + second))
            number = unchecked((number ^ octet) * 1099511628211);
        return number;
    }
}
