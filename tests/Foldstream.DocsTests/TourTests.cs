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
            paid 5 in 2 events; o2 exists: False
            order-placed by alice in north, 2025-03-01
            4.00 is open; already stored: True, at version 2 as before: 2
            on day 5 we knew of 0, and 9 had been paid; at first 0
            10 yesterday
            6 after 2 events
            MoneyDeposited { Amount = 3 }
            wallet/alice is at version 2; repeated: True
            1 money-withdrawn: MoneyWithdrawn { Amount = 5 }
            0 money-deposited: MoneyDeposited { Amount = 20 }
            wallet/bob is at 1: (the last event is not 'money-withdrawn' and version 1)
            wallet/carol ended at version 1
            wallet/alice money-deposited
            wallet/bob money-deposited
            wallet/carol money-deposited
            to Alice: Thank you for order o1.
            best: Alice
            Alice owes 16.00 since version 1 of order/o1
            unpaid: 0
            order-views: 2 of 2 events
            open: first 16.00, now 0.00
            orders with tea: 1
            and now: 2
            Alice ordered 2 times, for 20.50
            o1: Alice owes 9.00
            o3: Alice owes 7
            Alice, True, True
            o4, 3 unpaid
            4 named, 1 matching
            1 with two or more
            2 end with 'ice'
            1 of 4
            o4 o2 o1 o3
            Alice owes 16.00
            to Alice: Thank you for order o1.
            order-placed of order/o2 failed 3 times: Bob has no address.
            to Bob: Thank you for order o2.
            1 handled, 0 failed again
            Paused, 1 behind, Degraded: paused
            to accounting: Order o1: 9
            paid: 900 cents
            a snapshot of 1 events
            9.00 in memory
            foldstream.load: loaded
            foldstream.append: stored
            foldstream.execute: stored

            """,
            output);
    }
}
