namespace Foldstream;

/// <summary>A document that was read.</summary>
/// <typeparam name="T">The projection.</typeparam>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its content: an object of the caller's own.</param>
/// <param name="Metadata">What is known beside it.</param>
public sealed record Document<T>(DocumentKey Key, T Value, DocumentMetadata Metadata);
