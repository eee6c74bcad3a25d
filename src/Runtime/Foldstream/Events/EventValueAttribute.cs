namespace Foldstream;

/// <summary>Marks a type that wraps a single value: inside of events it is written as the value, not as an object.</summary>
/// <remarks>
/// <c>[EventValue] public readonly record struct AccountId(Guid Value);</c> is stored as the Guid. The type has a public constructor with one parameter,
/// and a public property of the same name and type. It may also be the key of a dictionary, where its value may.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventValueAttribute : Attribute;
