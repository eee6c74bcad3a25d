using Foldstream;
using Foldstream.Postgres;
using Foldstream.Sqlite;
using Foldstream.Subscriptions.NodeProgram;

// A node of a test: `sqlite FILE LOG NODE` or `postgres CONNECTION SCHEMA LOG NODE`.
switch (args)
{
    case ["sqlite", var file, var log, var node]:
        await using (var store = await SqliteEventStore.OpenAsync(file))
            await Node.RunAsync(store, log, node, (run, options) => run.Project(new SqliteRows(), options: options));
        break;
    case ["postgres", var connection, var schema, var log, var node]:
        await using (var store = await PostgresEventStore.OpenAsync(connection, new PostgresStoreOptions { Schema = schema }))
            await Node.RunAsync(store, log, node, (run, options) => run.Project(new PostgresRows(schema), options: options));
        break;
    default:
        throw new ArgumentException($"'{string.Join(' ', args)}' names no store.");
}

Console.WriteLine("done");
