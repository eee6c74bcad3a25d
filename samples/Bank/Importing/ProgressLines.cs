namespace Bank;

/// <summary>Progress as lines, one for each quarter of the work: for files and pipes.</summary>
internal sealed class ProgressLines(Terminal terminal, int total)
{
    private const int Parts = 4;

    private readonly Lock gate = new();
    private long done;

    /// <summary>Counts one booking; safe from several threads.</summary>
    public void Advance()
    {
        lock (gate)
        {
            var before = done * Parts / total;
            done++;
            if (done * Parts / total > before)
                terminal.WriteLine($"Imported {done} of {total} transactions");
        }
    }
}
