using System.Globalization;
using Spectre.Console;

namespace Bank;

/// <summary>Prints the tables of the whole bank.</summary>
internal static class ReportView
{
    public static void Show(Terminal terminal, BankReport report)
    {
        terminal.Console.Write(AccountsTable(report));
        terminal.Console.Write(TotalsTable(report));
        terminal.WriteLine($"{report.Events} events of {report.Accounts.Count} accounts");
    }

    private static Table AccountsTable(BankReport report)
    {
        var table = new Table().Title("Accounts").Border(TableBorder.Simple);
        table.AddColumn("Account");
        foreach (var number in new[] { "Events", "Balance", "Available" })
            table.AddColumn(new TableColumn(number).RightAligned());
        foreach (var account in report.Accounts)
            table.AddRow(account.Id, Count(account.Version), Money.Format(account.Balance), Money.Format(account.Available));
        return table;
    }

    private static Table TotalsTable(BankReport report)
    {
        var table = new Table().Title("Totals").Border(TableBorder.Simple).ShowFooters();
        table.AddColumn(new TableColumn("Kind").Footer("All"));
        table.AddColumn(new TableColumn("Events").RightAligned().Footer(Count(report.Events)));
        table.AddColumn(new TableColumn("Change").RightAligned().Footer(Money.Format(report.Totals.Sum(total => total.Change))));
        foreach (var total in report.Totals)
            table.AddRow(total.Kind, Count(total.Count), Money.Format(total.Change));
        return table;
    }

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
