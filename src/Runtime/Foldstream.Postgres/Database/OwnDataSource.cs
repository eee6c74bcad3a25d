using Npgsql;

namespace Foldstream.Postgres;

/// <summary>The data source of a store that was given a connection string.</summary>
internal static class OwnDataSource
{
    // More than the store has texts, so that none of them is thrown out; each projection has about six, and queries have their own.
    private const int PreparedStatements = 250;

    // Four times Npgsql's own: a page of events takes fewer looks at the socket. Larger ones gained nothing more for certain.
    private const int ReadBuffer = 32 << 10;

    public static NpgsqlDataSource Build(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        var settings = builder.ConnectionStringBuilder;
        SetWhereNotSaid(settings, "Max Auto Prepare", () => settings.MaxAutoPrepare = PreparedStatements);
        SetWhereNotSaid(settings, "Auto Prepare Min Usages", () => settings.AutoPrepareMinUsages = 2);
        SetWhereNotSaid(settings, "No Reset On Close", () => settings.NoResetOnClose = true);
        SetWhereNotSaid(settings, "Read Buffer Size", () => settings.ReadBufferSize = ReadBuffer);
        SetWhereNotSaid(settings, "Application Name", () => settings.ApplicationName = "Foldstream");
        return builder.Build();
    }

    private static void SetWhereNotSaid(NpgsqlConnectionStringBuilder settings, string keyword, Action set)
    {
        if (!settings.ShouldSerialize(keyword))
            set();
    }
}
