namespace Foldstream;

/// <summary>A document as a store keeps it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">All of its state, as UTF-8 JSON: the very bytes that were written.</param>
/// <param name="Metadata">What is known beside it.</param>
public sealed record StoredDocument(DocumentKey Key, ReadOnlyMemory<byte> Content, DocumentMetadata Metadata);
