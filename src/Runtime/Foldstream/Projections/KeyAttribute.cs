namespace Foldstream;

/// <summary>Marks the static method that tells which documents of a projection an event changes: <c>[Key] static string By(MoneyWithdrawn e) => e.Purpose;</c></summary>
/// <remarks>
/// It takes the event, and an <see cref="EventContext"/> if it wants one. It returns one key or a sequence of keys: text, a Guid, an integer, an enum, or an
/// <see cref="EventValueAttribute"/> type over one of them. Null, where the type allows it, and an empty sequence change no document.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class KeyAttribute : Attribute;
