namespace Foldstream;

/// <summary>Counts how often one command ran.</summary>
internal sealed class CommandAttempts
{
    public int Count { get; set; }
}
