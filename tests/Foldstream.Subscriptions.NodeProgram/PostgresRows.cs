using Npgsql;

namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>A row for each event, in a table that would take it twice.</summary>
[Projector("postgres-rows", Of = typeof(Tally))]
internal sealed partial class PostgresRows(string schema)
{
    private async Task Project(MarkMade e, EventContext context, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand($"INSERT INTO {schema}.my_marks (event, amount) VALUES ($1, $2)", transaction.Connection, transaction);
        insert.Parameters.Add(new NpgsqlParameter { Value = context.Id });
        insert.Parameters.Add(new NpgsqlParameter { Value = e.Amount });
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
