namespace Foldstream;

/// <summary>Decides which partitions of a subscription run in this process.</summary>
internal interface IPartitionOwner
{
    /// <summary>The partitions that run.</summary>
    IReadOnlyCollection<PartitionLoop> Loops { get; }

    /// <summary>Begins; what it throws ends the start.</summary>
    ValueTask StartAsync(CancellationToken cancellationToken);

    /// <summary>Ends all partitions and gives them back.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    Task<Exception?> StopAsync();
}
