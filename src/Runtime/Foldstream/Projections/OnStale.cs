namespace Foldstream;

/// <summary>What a start does with documents that their class would not make any more.</summary>
public enum OnStale
{
    /// <summary>Fails with <see cref="StaleProjectionException"/>, which says what changed and what to call.</summary>
    Refuse,

    /// <summary>Builds the documents anew before the projection starts: the start waits for it. Readers go on with the present documents meanwhile.</summary>
    Rebuild,

    /// <summary>Goes on with the documents as they are, and tells it by the metric <c>foldstream.projection.stale</c>; the store keeps the fingerprint under which they were built.</summary>
    Warn,
}
