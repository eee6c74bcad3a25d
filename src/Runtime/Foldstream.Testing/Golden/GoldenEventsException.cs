namespace Foldstream.Testing;

/// <summary>Events that were stored once could not be read now.</summary>
public sealed class GoldenEventsException : FoldstreamException
{
    internal GoldenEventsException(string folder, IReadOnlyList<GoldenFailure> failures)
        : base($"The golden payloads in '{folder}' do not all load:\n{string.Join('\n', failures)}")
    {
        Folder = folder;
        Failures = failures;
    }

    /// <summary>The folder, in full.</summary>
    public string Folder { get; }

    /// <summary>Every payload that fails, in the order of their names, then those that are missing.</summary>
    public IReadOnlyList<GoldenFailure> Failures { get; }
}
