namespace Foldstream;

/// <summary>How the documents of a projection are built anew.</summary>
public sealed record RebuildOptions
{
    /// <summary>The defaults.</summary>
    public static RebuildOptions Default { get; } = new();

    /// <summary>Into how many parts the log is divided that are read and handled at the same time. The default, null, is one for each processor, 8 at the most; 1 where documents follow from several streams.</summary>
    /// <remarks>A rebuild that goes on after an interruption keeps the number with which it began.</remarks>
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

    /// <summary>How many events each part handles in one transaction at the most. The default is 2,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = AtLeast.Check(value, 1, nameof(BatchSize));
    } = 2000;

    /// <summary>How many documents each part keeps in memory at the most. The default is 10,000; 0 keeps none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int CachedDocuments
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(CachedDocuments));
            field = value;
        }
    } = 10_000;

    /// <summary>What becomes of an event that cannot be handled. The default is <see cref="PoisonedEvent.Stop"/>; the rebuild of an inline projection always stops, as it has no subscription that keeps dead letters.</summary>
    public PoisonedEvent Poisoned { get; init => field = DefinedOption.Check(value, nameof(Poisoned)); }

    /// <summary>After what time without progress a rebuild that another call took over is taken back. The default is 10 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan TakeBackAfter
    {
        get;
        init => field = PositiveTime.Check(value, nameof(TakeBackAfter));
    } = TimeSpan.FromSeconds(10);
}
