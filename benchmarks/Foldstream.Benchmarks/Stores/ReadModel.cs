namespace Foldstream.Benchmarks;

/// <summary>The read models that are measured.</summary>
internal enum ReadModel
{
    /// <summary>One document for each stream.</summary>
    Summaries,

    /// <summary>One document for all.</summary>
    Totals,
}
