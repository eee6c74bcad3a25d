namespace Foldstream;

/// <summary>Makes a partial class a projection: documents that follow from events, through its <c>Apply</c> methods.</summary>
/// <remarks>
/// The generator writes the routing from stored events to handlers and keys, the reader and writer of the documents, and <c>Fields</c>,
/// by which they are queried. The same class may run inside the append, behind it, or over any events without being stored.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProjectionAttribute : Attribute
{
    /// <summary>Names the projection, in kebab-case: up to 40 lower-case letters, digits and hyphens, beginning with a letter.</summary>
    public ProjectionAttribute(string name) => Name = name;

    /// <summary>The name: of its documents, and of the subscription that feeds them.</summary>
    public string Name { get; }

    /// <summary>An aggregate or decider, whose events are the set and whose category is read: there is one document for each of its streams, unless <see cref="KeyAttribute"/> says otherwise. The default is null.</summary>
    public Type? Of { get; set; }

    /// <summary>A base type of all its events: each one needs a handler or <see cref="IgnoresAttribute{TEvent}"/>. The default, null, makes the handlers the set.</summary>
    public Type? Events { get; set; }

    /// <summary>The category to read. The default, null, is that of <see cref="Of"/>, else every category.</summary>
    public string? Category { get; set; }

    /// <summary>Whether events of different streams may be applied to one document in any order, so that several partitions can feed it. The default is false.</summary>
    public bool Commutative { get; set; }
}
