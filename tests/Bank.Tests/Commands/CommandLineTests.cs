namespace Bank.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--store is 'mysql:bank'; expected sqlite:PATH, postgres:CONNECTION or memory.", "import", "f.csv", "--store", "mysql:bank")]
    [InlineData("--store is 'sqlite:'; expected sqlite:PATH, postgres:CONNECTION or memory.", "import", "f.csv", "--store", "sqlite:")]
    [InlineData("--store is 'redis'; expected sqlite:PATH, postgres:CONNECTION or memory.", "statement", "9", "--store", "redis")]
    [InlineData("--overdraft is '-5'; expected a number from 0 on", "import", "f.csv", "--overdraft", "-5")]
    [InlineData("--at is '31.1.1994'; expected a date such as 1994-03-31.", "statement", "9", "--at", "31.1.1994")]
    [InlineData("ACCOUNT is 'a/b'; expected 1 to 40 letters", "statement", "a/b")]
    [InlineData("--page is '0'; expected a number from 1 to 10000.", "report", "--page", "0")]
    [InlineData("--size is 'all'; expected a number from 1 to 10000.", "report", "--size", "all")]
    [InlineData("--until is '0'; expected a number of movements from 1 on.", "watch", "--until", "0")]
    [InlineData("Required argument missing for command: 'import'.", "import")]
    [InlineData("Required argument missing for command: 'statement'.", "statement")]
    [InlineData("Unrecognized command or argument 'withdraw'.", "withdraw")]
    [InlineData("Unrecognized command or argument '--speed'.", "import", "f.csv", "--speed")]
    public async Task A_wrong_command_line_says_what_is_wrong(string message, params string[] args)
    {
        var run = await BankRun.InProcessAsync(args);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "none.csv");

        var run = await BankRun.InProcessAsync("import", file, "--store", "memory");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_named()
    {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "no-folder", "bank.db");

        var run = await BankRun.InProcessAsync("import", folder.WriteBookings(), "--store", $"sqlite:{store}");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(store, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite:bank.db", "import", "--help")]
    [InlineData("statement <ACCOUNT>", "--help")]
    public async Task Help_tells_the_commands_and_the_defaults(string text, params string[] args)
    {
        var run = await BankRun.InProcessAsync(args);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(text, run.Output, StringComparison.Ordinal);
    }
}
