using System.Globalization;
using Spectre.Console;

namespace Bank;

/// <summary>Prints a statement.</summary>
internal static class StatementView
{
    public static void Show(Terminal terminal, Statement statement, DateOnly? day)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("Date").NoWrap());
        table.AddColumn(new TableColumn("Id").NoWrap());
        table.AddColumns("Movement", "Details");
        table.AddColumn(new TableColumn("Amount").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Balance").RightAligned().NoWrap());
        foreach (var line in statement.Lines)
            table.AddRow(Cells(line));
        terminal.Console.Write(table);
        terminal.WriteLine(Summary(statement.Account, day));
    }

    private static Text[] Cells(StatementLine line) =>
    [
        new(line.OccurredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new(line.TransactionId ?? ""),
        new(line.Movement.Text),
        new($"{line.Movement.Purpose} {line.Movement.Counterparty}".Trim()),
        new(line.Movement.Change == 0 ? "" : Money.Format(line.Movement.Change)),
        new(Money.Format(line.Balance)),
    ];

    private static string Summary(Account account, DateOnly? day) => string.Create(
        CultureInfo.InvariantCulture,
        $"Account {account.Id}{(day is { } date ? $" at the end of {date:yyyy-MM-dd}" : "")}: balance {account.Balance:0.00}, overdraft limit {account.OverdraftLimit:0.00}");
}
