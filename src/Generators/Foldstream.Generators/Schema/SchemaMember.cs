namespace Foldstream.Generators;

/// <summary>A member of a stored object.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Value">What it holds.</param>
/// <param name="IsRequired">Whether an object without it is refused.</param>
/// <param name="IsComputed">Whether it is written, and never read.</param>
/// <param name="Marks">What it is marked as, such as personal data; in the order of the marks.</param>
internal sealed record SchemaMember(string Name, SchemaValue Value, bool IsRequired, bool IsComputed, EquatableArray<string> Marks);

/// <summary>What stands at one place of a stored object.</summary>
internal sealed record SchemaValue(SchemaType Type, bool IsNullable);
