namespace Foldstream;

/// <summary>Marks a property of a projection by which documents are found or sorted often: stores keep an index for it.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class IndexAttribute : Attribute;
