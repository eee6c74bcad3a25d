using Spectre.Console;

namespace Bank;

/// <summary>Where a command writes.</summary>
internal sealed class Terminal(IAnsiConsole console, TextWriter error)
{
    // Wide enough for the widest table; who reads a file or a pipe has no edge.
    private const int WidthWithoutEdge = 160;

    public IAnsiConsole Console => console;

    public TextWriter Error => error;

    /// <summary>Whether somebody watches, so that a line can be drawn anew.</summary>
    public bool IsInteractive => console.Profile.Capabilities.Interactive;

    /// <summary>Writes on a terminal, or plainly into a file or a pipe.</summary>
    public static Terminal Create(TextWriter output, TextWriter error, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
            console.Profile.Width = WidthWithoutEdge;
        return new Terminal(console, error);
    }

    /// <summary>Writes a line as it is: unbroken, however narrow the terminal.</summary>
    public void WriteLine(string line) => console.Profile.Out.Writer.WriteLine(line);

    /// <summary>Says what is wrong; gives the exit code.</summary>
    public async Task<int> FailAsync(string message)
    {
        await error.WriteLineAsync(message);
        return 1;
    }
}
