namespace Foldstream.Generators;

/// <summary>What can be asked of a member.</summary>
internal abstract record FieldModel;

/// <summary>A single value.</summary>
/// <param name="Type">The type in code.</param>
/// <param name="Kind">The member of the runtime's <c>FieldKind</c>.</param>
/// <param name="Key">How a value is brought into its sortable form.</param>
internal sealed record ValueFieldModel(string Type, string Kind, FieldKeyModel Key) : FieldModel;

/// <summary>Items in order.</summary>
internal sealed record ListFieldModel(FieldModel Item) : FieldModel;

/// <summary>Items by text keys.</summary>
internal sealed record MapFieldModel(FieldModel Item) : FieldModel;

/// <summary>An object, by the class with its fields.</summary>
internal sealed record ObjectFieldModel(string Class) : FieldModel;
