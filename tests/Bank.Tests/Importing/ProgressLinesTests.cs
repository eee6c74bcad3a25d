namespace Bank.Tests;

public sealed class ProgressLinesTests
{
    [Fact]
    public void A_line_is_written_for_each_quarter()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var lines = new ProgressLines(Terminal.Create(output, TextWriter.Null, isRedirected: true), 10);

        for (var done = 0; done < 10; done++)
            lines.Advance();

        Assert.Equal(
            "Imported 3 of 10 transactions\nImported 5 of 10 transactions\nImported 8 of 10 transactions\nImported 10 of 10 transactions\n",
            output.ToString());
    }
}
