namespace Foldstream;

/// <summary>The documents of a projection are not what its class would make of the events now.</summary>
public sealed class StaleProjectionException : FoldstreamException
{
    private StaleProjectionException(string message, string projection, string? builtUnder, string fingerprint)
        : base(message)
    {
        Projection = projection;
        BuiltUnder = builtUnder;
        Fingerprint = fingerprint;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The fold fingerprint under which the documents were built; null where that is not what is wrong.</summary>
    public string? BuiltUnder { get; }

    /// <summary>The fold fingerprint of the class now.</summary>
    public string Fingerprint { get; }

    internal static StaleProjectionException FoldChanged(string projection, string builtUnder, string fingerprint, bool duringAppend = false) => new(
        (duringAppend ? "Nothing was appended: the" : "The") + $" documents of projection '{projection}' were built under fold fingerprint '{builtUnder}', and its class has '{fingerprint}' now: "
        + (duringAppend
            ? "another process has rebuilt them with another version of the class. Deploy that version here."
            : "its handlers, its members or what it reads have changed. Build the documents anew with store.RebuildAsync<…>(), or run it with ProjectionOptions.OnStale = OnStale.Rebuild; "
            + "OnStale.Warn goes on with the documents as they are."),
        projection,
        builtUnder,
        fingerprint);

    internal static StaleProjectionException Overtaken(string projection, string builtUnder, string fingerprint) => new(
        $"The documents of projection '{projection}' were built anew by another process, under fold fingerprint '{builtUnder}'; the class here has '{fingerprint}': "
        + "two versions of it are deployed. Stop the one that is to go; if it is the other one, build the documents anew with this one.",
        projection,
        builtUnder,
        fingerprint);

    internal static StaleProjectionException NoCheckpoint(string projection, string fingerprint) => new(
        $"Projection '{projection}' has documents and no checkpoint, so that nobody knows which events are in them: its subscription was forgotten. "
        + "Build the documents anew with store.RebuildAsync<…>(), run it with ProjectionOptions.OnStale = OnStale.Rebuild, or forget the projection too.",
        projection,
        null,
        fingerprint);
}
