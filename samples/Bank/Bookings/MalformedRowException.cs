namespace Bank;

/// <summary>A row cannot be read.</summary>
internal sealed class MalformedRowException(int line, string problem) : Exception($"line {line}: {problem}")
{
    public int Line => line;

    /// <summary>What is wrong, and what was expected.</summary>
    public string Problem => problem;
}
