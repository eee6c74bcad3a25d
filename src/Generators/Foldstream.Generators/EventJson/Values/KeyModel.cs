namespace Foldstream.Generators;

/// <summary>How the key of a dictionary is read and written.</summary>
internal enum KeyForm
{
    Text,

    /// <summary>By a method of the runtime.</summary>
    Scalar,

    /// <summary>By the names of an enum.</summary>
    Enum,
}

/// <summary>The key of a dictionary.</summary>
/// <param name="Form">How its value is read and written.</param>
/// <param name="Name">The end of the reader's method (<c>Guid</c>), or the name of the enum's shape.</param>
/// <param name="Wrapper">The type around the value; null where there is none.</param>
/// <param name="Property">The property with the value; null without a wrapper.</param>
internal sealed record KeyModel(KeyForm Form, string Name, string? Wrapper, string? Property);
