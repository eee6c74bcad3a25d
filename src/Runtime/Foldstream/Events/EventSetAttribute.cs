using System.ComponentModel;

namespace Foldstream;

/// <summary>Lists the events that an aggregate or decider handles or ignores; generated, so that projections and subscribers of other assemblies know its set.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventSetAttribute : Attribute
{
    /// <summary>Lists the events; generated code does.</summary>
    public EventSetAttribute(params Type[] events) => Events = events;

    /// <summary>The events.</summary>
    public IReadOnlyList<Type> Events { get; }
}
