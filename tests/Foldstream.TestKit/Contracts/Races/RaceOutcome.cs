namespace Foldstream.TestKit;

/// <summary>What came of one racer: a result, or the error of the store.</summary>
internal sealed record RaceOutcome<T>(int Racer, T? Result, FoldstreamException? Error);
