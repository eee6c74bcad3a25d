using Foldstream;
using Foldstream.Postgres;
using Foldstream.Sqlite;

namespace Bank;

/// <summary>Where the events and the read models are kept, as a user names it; the only place that knows which stores there are.</summary>
internal sealed class StoreChoice
{
    public const string Forms = "sqlite:PATH, postgres:CONNECTION or memory";

    private const string SqlitePrefix = "sqlite:";
    private const string PostgresPrefix = "postgres:";

    private readonly string text;
    private readonly string? file;
    private readonly Func<ValueTask<IReadModelStore>> open;

    private StoreChoice(string text, Func<ValueTask<IReadModelStore>> open, string? file = null)
    {
        this.text = text;
        this.open = open;
        this.file = file;
    }

    /// <summary>A file in the current folder.</summary>
    public static StoreChoice Default { get; } = Sqlite("bank.db");

    /// <summary>Events that are gone when the program ends.</summary>
    public static StoreChoice Memory { get; } = new("memory", () => ValueTask.FromResult<IReadModelStore>(new InMemoryEventStore()));

    /// <summary>Whether there can be events in it; false for a file that does not exist.</summary>
    public bool Exists => file is null || File.Exists(file);

    /// <summary>What to say where there is none.</summary>
    public string MissingMessage => $"There is no store {this}: import a file into it first, or name another by --store.";

    public static StoreChoice Sqlite(string path) =>
        new(SqlitePrefix + path, async () => await SqliteEventStore.OpenAsync(path), path);

    /// <summary>A schema of its own in a database; the connection string, which may hold a password, is no part of the text.</summary>
    public static StoreChoice Postgres(string connectionString) =>
        new(PostgresPrefix + "…", async () => await PostgresEventStore.OpenAsync(connectionString, new PostgresStoreOptions { Schema = "bank" }));

    /// <summary>Reads the user's words; null where they name no store.</summary>
    public static StoreChoice? Parse(string text) => text switch
    {
        "memory" => Memory,
        _ when text.StartsWith(SqlitePrefix, StringComparison.Ordinal) && text.Length > SqlitePrefix.Length => Sqlite(text[SqlitePrefix.Length..]),
        _ when text.StartsWith(PostgresPrefix, StringComparison.Ordinal) && text.Length > PostgresPrefix.Length => Postgres(text[PostgresPrefix.Length..]),
        _ => null,
    };

    public ValueTask<IReadModelStore> OpenAsync() => open();

    public override string ToString() => text;
}
