using System.Runtime.CompilerServices;

namespace Bank.Tests;

/// <summary>The real bookings of 205 accounts: they are not part of the repository, and are read where they lie beside it.</summary>
internal static class SharedFile
{
    public static string FindOrSkip([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, "shared", "data", "bank-transactions.csv");
            if (File.Exists(file))
                return file;
        }

        Assert.Skip("There is no shared/data/bank-transactions.csv beside the repository.");
        return "";
    }
}
