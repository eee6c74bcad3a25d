namespace Foldstream;

/// <summary>A member of a document by which documents are sorted.</summary>
public interface IField
{
    /// <summary>The way from the document to it.</summary>
    FieldPath Path { get; }
}
