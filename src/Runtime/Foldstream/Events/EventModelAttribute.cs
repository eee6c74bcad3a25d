namespace Foldstream;

/// <summary>Names an assembly's generated event model, so that the generator finds it from other assemblies.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EventModelAttribute : Attribute
{
    /// <summary>Names the generated class.</summary>
    public EventModelAttribute(Type type) => Type = type;

    /// <summary>The generated class.</summary>
    public Type Type { get; }
}
