namespace Foldstream;

/// <summary>What is to become of the documents of one projection.</summary>
/// <param name="Collection">Which documents.</param>
/// <param name="Writes">Documents to keep, one a key.</param>
/// <param name="Deletes">Documents to delete; none of them is among the writes.</param>
public sealed record DocumentChanges(
    DocumentCollection Collection, IReadOnlyList<DocumentWrite> Writes, IReadOnlyList<DocumentKey> Deletes);
