namespace Foldstream;

/// <summary>A document to be kept in place of the one of the same key, if there is one.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">All of its state, as UTF-8 JSON; the store keeps the very bytes.</param>
/// <param name="QueryForm">Its public members as <see cref="QueryForm"/> writes them: what filters and sorts look at.</param>
/// <param name="Metadata">What is known beside it.</param>
public sealed record DocumentWrite(
    DocumentKey Key, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> QueryForm, DocumentMetadata Metadata);
