using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Foldstream.Postgres.Tests;

/// <summary>The SQL of the documentation is taken by the server.</summary>
public sealed partial class DocumentedSqlTests : PostgresTest
{
    [Fact]
    public async Task Every_statement_on_the_page_finds_the_event()
    {
        await AppendAsync(new StreamId("account", "alice"), Sample.Event("money-deposited", """{"amount":5}"""));
        var statements = SqlPattern().Matches(await File.ReadAllTextAsync(Page(), Cancellation)).Select(match => match.Groups["sql"].Value).ToList();
        Assert.NotEmpty(statements);
        foreach (var sql in statements)
        {
            await using var command = TestServer.Source.CreateCommand(sql.Replace("foldstream.", $"{Schema.Name}.", StringComparison.Ordinal));
            await using var rows = await command.ExecuteReaderAsync(Cancellation);
            Assert.True(await rows.ReadAsync(Cancellation), $"'{sql}' finds nothing.");
        }
    }

    private static string Page([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "postgres.md"));

    [GeneratedRegex("^```sql\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SqlPattern();
}
