namespace Bank;

/// <summary><c>statement ACCOUNT [--at DATE] [--store STORE]</c>.</summary>
internal static class StatementCommand
{
    public static async Task<int> RunAsync(
        Terminal terminal, string accountId, DateOnly? day, StoreChoice choice, CancellationToken cancellationToken)
    {
        if (!choice.Exists)
            return await FailAsync(terminal, $"There is no store {choice}: import a file into it first, or name another by --store.");
        await using var store = await choice.OpenAsync();
        var statement = await Statement.ReadAsync(store, accountId, day, cancellationToken);
        if (statement is null)
            return await FailAsync(terminal, $"Account {accountId} has no history in {choice}{Until(day)}: check its number, the date and the store.");
        StatementView.Show(terminal, statement, day);
        return 0;
    }

    private static string Until(DateOnly? day) => day is { } date ? $" until {date:yyyy-MM-dd}" : "";

    private static async Task<int> FailAsync(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message);
        return 1;
    }
}
