namespace Foldstream;

/// <summary>Makes a partial class an aggregate: its state changes by events only, through its <c>Apply</c> methods.</summary>
/// <remarks>
/// The generator adds a <c>Raise</c> for each event that the class applies, the dispatch from stored events to the handlers,
/// <c>Id</c>, <c>Version</c> and <c>PendingEvents</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AggregateAttribute : Attribute
{
    /// <summary>Names the category of the aggregate's streams, such as <c>account</c>.</summary>
    public AggregateAttribute(string category) => Category = category;

    /// <summary>The category of its streams.</summary>
    public string Category { get; }

    /// <summary>A base type of all its events: each one needs a handler or <see cref="IgnoresAttribute{TEvent}"/>. The default, null, makes the handlers the set.</summary>
    public Type? Events { get; set; }
}
