using Foldstream;
using Foldstream.Sqlite;
using Microsoft.Data.Sqlite;

namespace Tour;

/// <summary>A store in a file, opened with options.</summary>
internal static class Files
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-tour-");
        try
        {
            await RunAsync(Path.Combine(folder.FullName, "orders.db"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string path)
    {
        #region open
        await using var store = await SqliteEventStore.OpenAsync(path, new SqliteStoreOptions { ReaderConnections = 8 });

        await store.ExecuteAsync<Order>("o1", order => order.Place("Alice", new OrderLine("tea", 2, 4.50m)));
        #endregion
    }
}
