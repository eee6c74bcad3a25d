namespace Foldstream.Generators;

/// <summary>How a value is read and written.</summary>
internal enum ValueForm
{
    Boolean,
    Number,
    Text,

    /// <summary>By a method of the runtime.</summary>
    Special,

    /// <summary>By generated methods of its type.</summary>
    Shape,
}

/// <summary>A value: of a member, an element, an entry.</summary>
/// <param name="Form">How it is read and written.</param>
/// <param name="Name">The end of the reader's method (<c>Int32</c>), or the name of the shape.</param>
/// <param name="NullableType">The type in code where it is a value type that may be null; null where it is not.</param>
internal sealed record ValueModel(ValueForm Form, string Name, string? NullableType)
{
    public bool IsNullable => NullableType is not null;
}
