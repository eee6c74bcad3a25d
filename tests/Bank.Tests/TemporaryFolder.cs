namespace Bank.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bank-tests-");

    public string Path => folder.FullName;

    public string Store => $"sqlite:{System.IO.Path.Combine(Path, "bank.db")}";

    /// <summary>Writes a file of bookings: the header and these rows.</summary>
    public string WriteBookings(params string[] rows) => Write([string.Join(',', BookingColumns.Names), .. rows]);

    public string Write(params string[] lines)
    {
        var path = System.IO.Path.Combine(Path, "bookings.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
