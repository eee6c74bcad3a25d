namespace Foldstream;

/// <summary>A step of one partition of a subscription: moved in the store only by who holds the partition's token.</summary>
/// <param name="Subscription">The name of the subscription.</param>
/// <param name="Partition">Which partition, from 0.</param>
/// <param name="Token">The token that was given with the partition.</param>
/// <param name="Position">The position up to which everything is handled now; null leaves the beginning as it is.</param>
/// <param name="Handled">How many events were handled in this step.</param>
public sealed record Progress(string Subscription, int Partition, long Token, GlobalPosition? Position, long Handled)
{
    /// <summary>The events of this step that could not be handled; they are kept in the same transaction. The default is none.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters { get; init; } = [];

    /// <summary>The events whose dead letters this step settles, as they were handled now; the letters are removed in the same transaction. The default is none.</summary>
    public IReadOnlyList<Guid> Settled { get; init; } = [];
}
