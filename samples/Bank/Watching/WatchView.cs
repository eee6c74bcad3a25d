using System.Globalization;
using Foldstream;
using Spectre.Console;

namespace Bank;

/// <summary>Shows the bank again and again: a table that is drawn anew; where nobody watches, a line for each change.</summary>
internal static class WatchView
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public static Task ShowAsync(Terminal terminal, IReadModelStore store, long? until, CancellationToken cancellationToken) =>
        terminal.IsInteractive
            ? terminal.Console.Live(new Table()).StartAsync(live => FollowAsync(store, until, now => live.UpdateTarget(TableOf(now)), cancellationToken))
            : FollowAsync(store, until, now => terminal.WriteLine(now.ToString()), cancellationToken);

    private static async Task FollowAsync(IReadModelStore store, long? until, Action<BankNow> show, CancellationToken cancellationToken)
    {
        string? shown = null;
        while (true)
        {
            var now = await BankNow.ReadAsync(store, cancellationToken);
            if (now.ToString() != shown)
            {
                shown = now.ToString();
                show(now);
            }

            if (now.Movements >= until)
                return;
            await Task.Delay(Interval, cancellationToken);
        }
    }

    private static Table TableOf(BankNow now)
    {
        var table = new Table().Title(now.ToString()).Border(TableBorder.Simple);
        table.AddColumn("Account");
        table.AddColumn(new TableColumn("Balance").RightAligned());
        table.AddColumn(new TableColumn("Movements").RightAligned());
        foreach (var account in now.Latest)
            table.AddRow(account.Key.Id, Money.Format(account.Value.Balance), account.Value.Movements.ToString(CultureInfo.InvariantCulture));
        return table;
    }
}
