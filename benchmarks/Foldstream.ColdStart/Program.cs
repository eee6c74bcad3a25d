using Foldstream;
using Foldstream.Benchmarks;
using Foldstream.Postgres;
using Foldstream.Sqlite;

// A whole process, from its start over the first append and the first load to its end:
//   sqlite floor|toolkit FILE
//   postgres floor|toolkit CONNECTION SCHEMA
using IFloor side = args switch
{
    ["sqlite", "floor", var file] => new SqliteFloor(file, guarantees: true),
    ["sqlite", "toolkit", var file] => new ToolkitSide(await SqliteEventStore.OpenAsync(file), ColdStartEvents.Model),
    ["postgres", "floor", var connection, var schema] => new PostgresFloor(connection, schema, guarantees: true),
    ["postgres", "toolkit", var connection, var schema] => new ToolkitSide(
        await PostgresEventStore.OpenAsync(connection, new PostgresStoreOptions { Schema = schema }), ColdStartEvents.Model),
    _ => throw new ArgumentException("The store, the side and where it is are expected."),
};

// The store is there after the first start; each start has a stream of its own.
var stream = Guid.NewGuid().ToString();
await side.AppendAsync(stream, -1, [SampleOrder.Value]);
var (total, version) = await side.LoadAsync(stream);
return (total, version) == (SampleOrder.Value.Total, 0) ? 0 : 1;
