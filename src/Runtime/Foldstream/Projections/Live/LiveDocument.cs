namespace Foldstream;

/// <summary>A document that was folded in memory.</summary>
/// <typeparam name="T">The projection.</typeparam>
/// <param name="Key">Its key.</param>
/// <param name="Document">The document: the fold's own object, which changes when the fold goes on.</param>
/// <param name="Metadata">What is known beside it, as it was when it was asked for. In a store without a global order its last position means nothing.</param>
public sealed record LiveDocument<T>(DocumentKey Key, T Document, DocumentMetadata Metadata)
    where T : class, IProjection<T>;
