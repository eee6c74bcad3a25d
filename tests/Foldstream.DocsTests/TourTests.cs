using System.Diagnostics;

namespace Foldstream.DocsTests;

/// <summary>The code that the documentation shows does what the documentation says.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task The_tour_runs_to_its_end()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Tour.dll")])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(
            """
            4.00 is open after 2 events
            already stored: True
            paid 5, at first 0; o2 exists: False
            6 after 2 events
            MoneyDeposited { Amount = 3 }
            1 money-withdrawn: MoneyWithdrawn { Amount = 5 }
            0 money-deposited: MoneyDeposited { Amount = 20 }
            wallet/bob is at 1: (the last event is not 'money-withdrawn' and version 1)
            wallet/alice money-deposited
            wallet/bob money-deposited
            wallet/carol money-deposited

            """,
            output);
    }
}
