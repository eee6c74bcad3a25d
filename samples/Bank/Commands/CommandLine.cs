using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Foldstream;

namespace Bank;

/// <summary>Reads the command line and runs what it asks for.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program; gives its exit code: 0 when all is well, 1 otherwise.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var streams = new InvocationConfiguration
        {
            Output = terminal.Console.Profile.Out.Writer,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var parsed = Build(terminal).Parse(args);
            if (parsed.Action is ParseErrorAction wrong)
                wrong.ShowHelp = false;
            return await parsed.InvokeAsync(streams, cancellationToken);
        }
        catch (Exception exception) when (exception is MalformedFileException or FoldstreamException or IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped. What was stored until now stays stored; the same command goes on from there.");
            return 1;
        }
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("A bank whose accounts are kept as events. Without a command it imports the file that comes with it and shows the result.")
        {
            BuildImport(terminal),
            BuildStatement(terminal),
            BuildReport(terminal),
            BuildWatch(terminal),
        };
        root.SetAction((_, cancellationToken) => MainJob.RunAsync(terminal, cancellationToken));
        return root;
    }

    private static Command BuildImport(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A file of bookings." };
        var store = StoreOption();
        var overdraft = new Option<decimal>("--overdraft")
        {
            Description = "The overdraft limit that accounts are opened with.",
            HelpName = "LIMIT",
            CustomParser = ParseLimit,
            DefaultValueFactory = _ => BookingImport.DefaultOverdraftLimit,
        };
        var import = new Command("import", "Imports a file of bookings and checks every balance.") { file, store, overdraft };
        import.SetAction((parsed, cancellationToken) => ImportCommand.RunAsync(
            terminal, parsed.GetRequiredValue(file), parsed.GetRequiredValue(store), parsed.GetValue(overdraft), cancellationToken));
        return import;
    }

    private static Command BuildStatement(Terminal terminal)
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The number of the account." };
        account.Validators.Add(CheckAccount);
        var at = new Option<DateOnly?>("--at") { Description = "The last day to look at, to its end in UTC; all days where it is not given.", HelpName = "DATE", CustomParser = ParseDay };
        var store = StoreOption();
        var statement = new Command("statement", "Prints an account's history and balance.") { account, at, store };
        statement.SetAction((parsed, cancellationToken) => StatementCommand.RunAsync(
            terminal, parsed.GetRequiredValue(account), parsed.GetValue(at), parsed.GetRequiredValue(store), cancellationToken));
        return statement;
    }

    private static Command BuildReport(Terminal terminal)
    {
        var page = new Option<int>("--page") { Description = "Which page of the accounts to show, from 1.", HelpName = "NUMBER", CustomParser = ParsePositive, DefaultValueFactory = _ => 1 };
        var size = new Option<int>("--size") { Description = "How many accounts are on a page.", HelpName = "NUMBER", CustomParser = ParsePositive, DefaultValueFactory = _ => 20 };
        var store = StoreOption();
        var report = new Command("report", "Brings the read models up to date and prints balances and totals by purpose.") { page, size, store };
        report.SetAction((parsed, cancellationToken) => ReportCommand.RunAsync(
            terminal, Page.Number(parsed.GetValue(page), parsed.GetValue(size)), parsed.GetRequiredValue(store), cancellationToken));
        return report;
    }

    private static Command BuildWatch(Terminal terminal)
    {
        var until = new Option<long?>("--until") { Description = "Ends when so many movements are seen; never where it is not given.", HelpName = "MOVEMENTS", CustomParser = ParseCount };
        var store = StoreOption();
        var watch = new Command("watch", "Shows the bank live, while another process imports.") { until, store };
        watch.SetAction((parsed, cancellationToken) => WatchCommand.RunAsync(
            terminal, parsed.GetValue(until), parsed.GetRequiredValue(store), cancellationToken));
        return watch;
    }

    private static Option<StoreChoice> StoreOption() => new("--store")
    {
        Description = "Where the events are kept.",
        HelpName = StoreChoice.Forms,
        CustomParser = ParseStore,
        DefaultValueFactory = _ => StoreChoice.Default,
    };

    private static StoreChoice? ParseStore(ArgumentResult result)
    {
        var store = StoreChoice.Parse(result.Tokens[0].Value);
        if (store is null)
            result.AddError($"--store is '{result.Tokens[0].Value}'; expected {StoreChoice.Forms}.");
        return store;
    }

    private static decimal ParseLimit(ArgumentResult result)
    {
        if (!decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit))
            result.AddError($"--overdraft is '{result.Tokens[0].Value}'; expected a number from 0 on, such as 50000.");
        return limit;
    }

    private static int ParsePositive(ArgumentResult result)
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Page.MaxSize)
            result.AddError($"{result.Argument.Name} is '{result.Tokens[0].Value}'; expected a number from 1 to {Page.MaxSize}.");
        return number;
    }

    private static long? ParseCount(ArgumentResult result)
    {
        if (!long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            result.AddError($"--until is '{result.Tokens[0].Value}'; expected a number of movements from 1 on.");
        return count;
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        if (!DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            result.AddError($"--at is '{result.Tokens[0].Value}'; expected a date such as 1994-03-31.");
        return day;
    }

    private static void CheckAccount(ArgumentResult result)
    {
        if (result.Tokens is [var account] && !AccountIds.IsValid(account.Value))
            result.AddError($"ACCOUNT is '{account.Value}'; expected {AccountIds.Rule}.");
    }
}
