namespace Foldstream.AotTests;

/// <summary>What the native compiler warns of in Microsoft.Data.Sqlite 6.0, each by its name: looks for the Windows runtime and for bundles of SQLite, which the store names itself.</summary>
internal static class SqliteWarnings
{
    public static readonly string[] Known =
    [
        "IL2026 Microsoft.Data.Sqlite.Utilities.BundleInitializer.Initialize",
        "IL2072 Microsoft.Data.Sqlite.Utilities.ApplicationDataHelper.GetFolderPath",
        "IL2075 Microsoft.Data.Sqlite.Utilities.BundleInitializer.Initialize",
        "IL2093 Microsoft.Data.Sqlite.SqliteDataReader.GetFieldType",
    ];
}
