namespace Foldstream;

/// <summary>Says that an aggregate or decider leaves an event of its set aside on purpose.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class IgnoresAttribute<TEvent> : Attribute;
