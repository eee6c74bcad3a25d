namespace Foldstream;

/// <summary>How one subscription runs.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>The defaults.</summary>
    public static SubscriptionOptions Default { get; } = new();

    /// <summary>Into how many partitions its streams are shared out, each handled in order and independently of the others. The default, null, is what the store has; 1 where the subscription is new.</summary>
    /// <remarks>A number that differs from the store's brings all partitions to one position first, and then shares anew.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or above 65,536.</exception>
    public int? Partitions
    {
        get;
        init
        {
            if (value is { } number)
                PartitionRange.CheckCount(number, nameof(Partitions));
            field = value;
        }
    }

    /// <summary>The only stream to read. The default, null, is every stream of the subscriber's category.</summary>
    public StreamId? Stream { get; init; }

    /// <summary>How many events are read at once, and handled in one transaction or one batch, at the most. The default is 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = AtLeast.Check(value, 1, nameof(BatchSize));
    } = 1000;

    /// <summary>How long a batch that is not full waits for more events. The default is zero: what is there is handled at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan BatchWindow
    {
        get;
        init => field = AtLeast.Check(value, TimeSpan.Zero, nameof(BatchWindow));
    }

    /// <summary>After how many events a handler's checkpoint is saved; also saved by <see cref="CheckpointInterval"/>, whenever there is nothing to do, on pause and on stop. The default is 100.</summary>
    /// <remarks>What was handled since the last save is handled again after a crash. Work inside the store's transaction does not need it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int CheckpointEvery
    {
        get;
        init => field = AtLeast.Check(value, 1, nameof(CheckpointEvery));
    } = 100;

    /// <summary>After what time a checkpoint is saved that has moved. The default is one second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan CheckpointInterval
    {
        get;
        init => field = AtLeast.Check(value, TimeSpan.Zero, nameof(CheckpointInterval));
    } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait for the store's wake-up before looking anyway. The default is five seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan PollInterval
    {
        get;
        init => field = PositiveTime.Check(value, nameof(PollInterval));
    } = TimeSpan.FromSeconds(5);

    /// <summary>How long one call of a handler, or one batch, may take; longer counts as a failure. <see cref="Timeout.InfiniteTimeSpan"/> is no limit. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan HandlerTimeout
    {
        get;
        init => field = PositiveTime.Check(value, nameof(HandlerTimeout), orInfinite: true);
    } = TimeSpan.FromSeconds(30);

    /// <summary>After what time without any sign of life a partition counts as hanging: the subscription ends here with <see cref="SubscriptionStalledException"/>, and other nodes get its partitions. <see cref="Timeout.InfiniteTimeSpan"/> is never. The default is two minutes.</summary>
    /// <remarks>Meant for what <see cref="HandlerTimeout"/> cannot end, such as a handler that blocks its thread; make it the longer of the two.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan StallTimeout
    {
        get;
        init => field = PositiveTime.Check(value, nameof(StallTimeout), orInfinite: true);
    } = TimeSpan.FromMinutes(2);

    /// <summary>What becomes of an event that a handler fails on. The default is <see cref="FailurePolicy.Default"/>.</summary>
    public FailurePolicy Failures
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Failures));
    } = FailurePolicy.Default;
}
