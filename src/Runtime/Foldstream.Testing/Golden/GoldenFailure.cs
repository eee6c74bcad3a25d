namespace Foldstream.Testing;

/// <summary>What is wrong with one payload.</summary>
/// <param name="File">The name of the file; empty for the folder as a whole.</param>
/// <param name="Reason">What is wrong, and what to do.</param>
public sealed record GoldenFailure(string File, string Reason)
{
    /// <summary>File and reason.</summary>
    public override string ToString() => File.Length == 0 ? Reason : $"{File}: {Reason}";
}
