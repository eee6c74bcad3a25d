namespace Foldstream;

/// <summary>A store has no documents of a projection.</summary>
public sealed class UnknownProjectionException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    public UnknownProjectionException(DocumentCollection collection)
        : base(collection.IsShadow
            ? $"The store builds no documents of projection '{collection.Projection}' beside the present ones: prepare them first."
            : $"The store has no documents of projection '{collection.Projection}': run it once with RunAsync, or check its name.")
    {
        Collection = collection;
    }

    /// <summary>The documents that were asked for.</summary>
    public DocumentCollection Collection { get; }
}
