using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

/// <summary>Holds the write lock of a file, as another process in the middle of a transaction does.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly SqliteConnection connection;

    public FileLock(string path)
    {
        connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute("BEGIN IMMEDIATE");
    }

    public void Dispose() => connection.Dispose();

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
