namespace Foldstream;

/// <summary>Marks a type as an event and gives the name under which it is stored, for ever.</summary>
/// <remarks>The type may be renamed and moved; the name and what was stored under it stay.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventAttribute : Attribute
{
    /// <summary>Names the event, in kebab-case and the past tense: <c>money-deposited</c>.</summary>
    public EventAttribute(string name) => Name = name;

    /// <summary>The stored name.</summary>
    public string Name { get; }

    /// <summary>The version of the event's schema, from 1. The default is 1.</summary>
    public int Version { get; set; } = 1;
}
