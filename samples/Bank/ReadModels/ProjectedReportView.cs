using System.Globalization;
using Spectre.Console;

namespace Bank;

/// <summary>Prints the tables of the read models.</summary>
internal static class ProjectedReportView
{
    public static void Show(Terminal terminal, ProjectedReport report)
    {
        terminal.Console.Write(AccountsTable(report));
        terminal.Console.Write(PurposesTable(report));
        terminal.WriteLine($"{report.Accounts.Items.Count} of {report.Accounts.Total} accounts, {report.Overdrawn} overdrawn");
    }

    private static Table AccountsTable(ProjectedReport report)
    {
        var table = TableOf("Balances", "Account", "Balance", "Movements", "Last movement");
        foreach (var account in report.Accounts.Items)
            table.AddRow(
                account.Key.Id,
                Money.Format(account.Value.Balance),
                Format(account.Value.Movements),
                account.Value.LastMovementAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        return table;
    }

    private static Table PurposesTable(ProjectedReport report)
    {
        var table = TableOf("Payments by purpose", "Purpose", "Payments", "Received", "Spent");
        foreach (var purpose in report.Purposes)
            table.AddRow(purpose.Key.Id, Format(purpose.Value.Payments), Money.Format(purpose.Value.Received), Money.Format(purpose.Value.Spent));
        return table;
    }

    private static Table TableOf(string title, string first, params string[] numbers)
    {
        var table = new Table().Title(title).Border(TableBorder.Simple);
        table.AddColumn(first);
        foreach (var number in numbers)
            table.AddColumn(new TableColumn(number).RightAligned());
        return table;
    }

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);
}
