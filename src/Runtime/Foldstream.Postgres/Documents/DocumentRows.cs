using System.Data.Common;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Takes documents from rows and puts them into parameters.</summary>
internal sealed class DocumentRows(Guid store)
{
    /// <summary>The document of the current row of a query for <see cref="DocumentTable.Columns"/>.</summary>
    public StoredDocument Read(DbDataReader reader) => new(
        new DocumentKey(reader.GetString(1), reader.GetString(0)),
        reader.GetFieldValue<byte[]>(9),
        new DocumentMetadata(
            new DateTimeOffset(reader.GetDateTime(4)),
            new DateTimeOffset(reader.GetDateTime(5)),
            reader.GetInt64(2),
            new GlobalPosition(store, reader.GetInt64(3)),
            reader.IsDBNull(8) ? null : new StreamId(reader.GetString(7), reader.GetString(8), reader.GetString(6))));

    /// <summary>Adds documents as <see cref="DocumentTable.Save"/> takes them.</summary>
    public void Bind(DbParameterCollection parameters, IReadOnlyList<DocumentWrite> writes)
    {
        parameters.AddArray([.. writes.Select(write => write.Key.Tenant)], NpgsqlDbType.Text);
        parameters.AddArray([.. writes.Select(write => write.Key.Id)], NpgsqlDbType.Text);
        parameters.AddArray([.. writes.Select(write => write.Metadata.Version)], NpgsqlDbType.Bigint);
        parameters.AddArray([.. writes.Select(write => write.Metadata.LastPosition.In(store))], NpgsqlDbType.Bigint);
        parameters.AddArray([.. writes.Select(write => write.Metadata.CreatedAt.UtcDateTime)], NpgsqlDbType.TimestampTz);
        parameters.AddArray([.. writes.Select(write => write.Metadata.UpdatedAt.UtcDateTime)], NpgsqlDbType.TimestampTz);
        parameters.AddArray([.. writes.Select(write => write.Metadata.Source?.Tenant)], NpgsqlDbType.Text);
        parameters.AddArray([.. writes.Select(write => write.Metadata.Source?.Category)], NpgsqlDbType.Text);
        parameters.AddArray([.. writes.Select(write => write.Metadata.Source?.Id)], NpgsqlDbType.Text);
        parameters.AddArray([.. writes.Select(write => write.Content)], NpgsqlDbType.Bytea);
        parameters.AddArray([.. writes.Select(write => write.QueryForm)], NpgsqlDbType.Bytea);
    }
}
