namespace Foldstream;

/// <summary>How a projection is kept up to date.</summary>
public sealed record ProjectionOptions
{
    /// <summary>The defaults.</summary>
    public static ProjectionOptions Default { get; } = new();

    /// <summary>What the start does with documents that their class would not make any more. The default is <see cref="OnStale.Refuse"/>.</summary>
    public OnStale OnStale { get; init => field = DefinedOption.Check(value, nameof(OnStale)); }

    /// <summary>How a rebuild runs that <see cref="OnStale.Rebuild"/> begins. The default is <see cref="RebuildOptions.Default"/>.</summary>
    public RebuildOptions Rebuild
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Rebuild));
    } = RebuildOptions.Default;

    /// <summary>How the subscription runs behind the appends; an inline projection uses its batch size for catching up. The default is <see cref="SubscriptionOptions.Default"/>.</summary>
    public SubscriptionOptions Subscription
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Subscription));
    } = SubscriptionOptions.Default;

    /// <summary>How many documents each partition keeps in memory at the most, so that they are not loaded again. The default is 10,000; 0 keeps none.</summary>
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
}
