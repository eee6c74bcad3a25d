namespace Foldstream;

/// <summary>How the subscriptions of one call of <c>RunAsync</c> run together.</summary>
public sealed record RunOptions
{
    /// <summary>The defaults.</summary>
    public static RunOptions Default { get; } = new();

    /// <summary>The name under which this run takes part in sharing partitions; unique among those that live. The default, null, makes one of machine, process and a random part.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string? Node
    {
        get;
        init
        {
            if (value is not null)
                ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Node));
            field = value;
        }
    }

    /// <summary>After what time without a sign of life a node's partitions go to others; a sign is given every third of it. The default is 15 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan LeaseDuration
    {
        get;
        init => field = PositiveTime.Check(value, nameof(LeaseDuration));
    } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stop waits for what is being handled; then handlers are cancelled, and a moment later abandoned. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan ShutdownDeadline
    {
        get;
        init => field = AtLeast.Check(value, TimeSpan.Zero, nameof(ShutdownDeadline));
    } = TimeSpan.FromSeconds(30);

    /// <summary>Asked before each sign of life whether this node is fit to work: one that is not, or that throws, gives its partitions to others until it is again. The default, null, is always.</summary>
    public Func<CancellationToken, ValueTask<bool>>? Healthy { get; init; }
}
