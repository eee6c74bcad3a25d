namespace Foldstream;

/// <summary>How far one partition of a subscription has come, as the store keeps it.</summary>
/// <param name="Subscription">The name of the subscription.</param>
/// <param name="Partition">Which partition, from 0.</param>
/// <param name="Partitions">How many partitions the subscription has.</param>
/// <param name="Position">Everything up to this position is handled; null where nothing is yet.</param>
/// <param name="Token">The fencing token: it rises whenever somebody takes the partition over, and who holds a lower one can no longer move it.
/// None is given twice under one name, also not when the subscription was forgotten and begins anew: a store counts its tokens on.</param>
/// <param name="Handled">How many events were handled since the subscription began.</param>
/// <param name="UpdatedAt">When it was moved last.</param>
public sealed record Checkpoint(
    string Subscription, int Partition, int Partitions, GlobalPosition? Position, long Token, long Handled, DateTimeOffset UpdatedAt);
