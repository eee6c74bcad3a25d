namespace Foldstream.Generators;

/// <summary>How a member gets its value.</summary>
internal enum MemberSetting
{
    /// <summary>Not at all: it is written only.</summary>
    Computed,

    Constructor,
    Setter,
    Init,
}

/// <summary>When a member is written.</summary>
internal enum MemberWriting
{
    Always,
    WhenNotNull,

    /// <summary>When it is not the default of its type, a value type.</summary>
    WhenNotDefault,

    Never,
}

/// <summary>A member of an object.</summary>
/// <param name="Property">The property in code.</param>
/// <param name="Name">The property's name.</param>
/// <param name="JsonName">The name in JSON, as a literal.</param>
/// <param name="JsonNameLength">The length of the name in JSON, in bytes.</param>
/// <param name="Type">The type in code, with its nullability.</param>
/// <param name="Local">The local that holds what was read.</param>
/// <param name="Flag">The local that says whether it was read; null where that makes no difference.</param>
/// <param name="Initial">What the local holds until then.</param>
/// <param name="Value">How it is read and written.</param>
/// <param name="ForgivesNull">Whether the reader's null is taken, though the type says otherwise.</param>
/// <param name="Setting">How it gets its value.</param>
/// <param name="Writing">When it is written.</param>
/// <param name="IsRead">Whether it is read.</param>
/// <param name="IsRequired">Whether an object without it is refused.</param>
/// <param name="IsInitialized">Whether it stands in the object initializer, as <c>required</c> members do.</param>
/// <param name="Declaring">The type that declares it, in code.</param>
/// <param name="IsOfGeneric">Whether that type is generic, so that its accessors cannot be reached by name.</param>
internal sealed record MemberModel(
    string Property,
    string Name,
    string JsonName,
    int JsonNameLength,
    string Type,
    string Local,
    string? Flag,
    string Initial,
    ValueModel Value,
    bool ForgivesNull,
    MemberSetting Setting,
    MemberWriting Writing,
    bool IsRead,
    bool IsRequired,
    bool IsInitialized,
    string Declaring,
    bool IsOfGeneric)
{
    /// <summary>The field with the encoded name.</summary>
    public string NameField => $"{Name}Name";

    /// <summary>The method that reaches an init accessor.</summary>
    public string Setter => $"Set{Name}";
}
