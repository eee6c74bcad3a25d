namespace Foldstream;

/// <summary>The documents of one projection: those that are read, or those that are being built beside them.</summary>
/// <param name="Projection">The name of the projection.</param>
/// <param name="IsShadow">Whether they are being built and not read yet.</param>
public readonly record struct DocumentCollection(string Projection, bool IsShadow = false)
{
    /// <summary>The documents that are being built to take the place of these.</summary>
    public DocumentCollection Shadow => this with { IsShadow = true };
}
