using System.Text.Json.Serialization;

namespace Foldstream;

/// <summary>Names the <see cref="JsonSerializerContext"/> that reads and writes what generated code does not, inside of the events of this assembly.</summary>
/// <remarks>
/// A type is left to the context where the context lists it with <see cref="JsonSerializableAttribute"/> and the generator cannot serve it by itself.
/// What the context writes follows its own options.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EventJsonAttribute : Attribute
{
    /// <summary>Names the context.</summary>
    public EventJsonAttribute(Type context) => Context = context;

    /// <summary>The context.</summary>
    public Type Context { get; }
}
