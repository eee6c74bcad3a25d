namespace Bank;

/// <summary><c>statement ACCOUNT [--at DATE] [--store STORE]</c>.</summary>
internal static class StatementCommand
{
    public static async Task<int> RunAsync(
        Terminal terminal, string accountId, DateOnly? day, StoreChoice choice, CancellationToken cancellationToken)
    {
        if (!choice.Exists)
            return await terminal.FailAsync(choice.MissingMessage);
        await using var store = await choice.OpenAsync();
        var statement = await Statement.ReadAsync(store, accountId, day, cancellationToken);
        if (statement is null)
            return await terminal.FailAsync($"Account {accountId} has no history in {choice}{Until(day)}: check its number, the date and the store.");
        StatementView.Show(terminal, statement, day);
        return 0;
    }

    private static string Until(DateOnly? day) => day is { } date ? $" until {date:yyyy-MM-dd}" : "";
}
