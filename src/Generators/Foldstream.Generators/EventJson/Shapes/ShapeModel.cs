namespace Foldstream.Generators;

/// <summary>A type that events hold: read and written by a class of its own, once for the assembly.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Type">The type in code.</param>
internal abstract record ShapeModel(string Name, string Type);

/// <summary>An enum and its members.</summary>
internal sealed record EnumShape(string Name, string Type, bool IsFlags, EquatableArray<EnumMemberModel> Members) : ShapeModel(Name, Type);

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name, as a literal.</param>
/// <param name="Value">The member in code.</param>
internal sealed record EnumMemberModel(string Name, string Value);

/// <summary>A record, class or struct.</summary>
internal sealed record ObjectShape(string Name, ObjectModel Object) : ShapeModel(Name, Object.Type);

/// <summary>An event inside of another one.</summary>
internal sealed record EventShapeReference(string Name, string Type, bool IsReference, string Converter) : ShapeModel(Name, Type);

/// <summary>A sequence of elements.</summary>
internal sealed record SequenceShape(string Name, string Type, JsonSequenceForm Form, bool IsIndexed, string Element, ValueModel Value) : ShapeModel(Name, Type);

/// <summary>Values by key.</summary>
internal sealed record DictionaryShape(string Name, string Type, bool IsImmutable, string KeyType, KeyModel Key, string Element, ValueModel Value) : ShapeModel(Name, Type);

/// <summary>A type that wraps one value.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Type">The type in code.</param>
/// <param name="IsReference">Whether it may be null.</param>
/// <param name="Property">The property with the value, in code.</param>
/// <param name="Value">How the value is read and written.</param>
internal sealed record WrapperShape(string Name, string Type, bool IsReference, string Property, ValueModel Value) : ShapeModel(Name, Type);

/// <summary>A type that a converter of the user's reads and writes.</summary>
internal sealed record ConvertedShape(string Name, string Type, string Converter) : ShapeModel(Name, Type);
