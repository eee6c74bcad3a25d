namespace Foldstream;

/// <summary>Marks an <c>Apply</c> method of a projection after which the document is deleted.</summary>
/// <remarks>A later event of the same key begins a new document.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DeletesDocumentAttribute : Attribute;
