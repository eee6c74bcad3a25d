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
/// <param name="Name">The name of the class.</param>
/// <param name="Object">Its members.</param>
/// <param name="Discriminator">The name of the member that tells it from others in a hierarchy, as a literal; null outside of one.</param>
internal sealed record ObjectShape(string Name, ObjectModel Object, string? Discriminator = null) : ShapeModel(Name, Object.Type);

/// <summary>A type that stands for others.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Type">The type in code.</param>
/// <param name="Simple">The type's own name, for messages.</param>
/// <param name="Discriminator">The name of the member that tells the others apart, as a literal.</param>
/// <param name="Kinds">The others.</param>
internal sealed record HierarchyShape(string Name, string Type, string Simple, string Discriminator, EquatableArray<KindModel> Kinds) : ShapeModel(Name, Type);

/// <summary>One of the types that another stands for.</summary>
/// <param name="Type">The type in code.</param>
/// <param name="Id">Its discriminator, as a literal; null for the base itself, which has none.</param>
/// <param name="Shape">The name of the class that reads and writes its members.</param>
internal sealed record KindModel(string Type, string? Id, string Shape)
{
    /// <summary>Whether the discriminator is a text, not an integer.</summary>
    public bool IsText => Id?[0] == '"';
}

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

/// <summary>A type that a context of the user's reads and writes.</summary>
internal sealed record DelegatedShape(string Name, string Type, string Context) : ShapeModel(Name, Type);
