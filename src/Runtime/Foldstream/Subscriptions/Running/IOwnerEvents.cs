namespace Foldstream;

/// <summary>What a subscription hears of its partitions.</summary>
internal interface IOwnerEvents
{
    /// <summary>A partition has begun, ended, caught up, or waits before another attempt.</summary>
    void Changed();

    /// <summary>A partition ended with an error that ends the subscription in this process, if its owner is the present one.</summary>
    void Failed(IPartitionOwner owner, Exception error);
}
