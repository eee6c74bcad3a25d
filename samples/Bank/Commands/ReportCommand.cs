using Foldstream;

namespace Bank;

/// <summary><c>report [--page NUMBER] [--size NUMBER] [--store STORE]</c>.</summary>
internal static class ReportCommand
{
    public static async Task<int> RunAsync(Terminal terminal, Page page, StoreChoice choice, CancellationToken cancellationToken)
    {
        if (!choice.Exists)
            return await terminal.FailAsync(choice.MissingMessage);
        await using var store = await choice.OpenAsync();
        await using var running = await BankReadModels.RunAsync(store, cancellationToken);
        await CatchUpView.ShowProgressAsync(terminal, running, cancellationToken);
        var report = await ProjectedReport.ReadAsync(store, page, cancellationToken);
        ProjectedReportView.Show(terminal, report);
        return 0;
    }
}
