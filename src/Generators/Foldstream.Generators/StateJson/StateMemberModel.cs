namespace Foldstream.Generators;

/// <summary>A member of a state.</summary>
/// <param name="Name">The name from which those of generated members and locals are made.</param>
/// <param name="JsonName">The name in JSON, as a literal.</param>
/// <param name="JsonNameLength">The length of the name in JSON, in bytes.</param>
/// <param name="Property">The member in code.</param>
/// <param name="Field">The field in metadata, as a literal.</param>
/// <param name="Type">The type of the field in code, with its nullability.</param>
/// <param name="Declaring">The type that declares it, in code.</param>
/// <param name="IsRead">Whether it is read by its name; else by its field.</param>
/// <param name="IsSet">Whether it is set by its name; else by its field.</param>
/// <param name="Local">The local that holds it where it is not null.</param>
/// <param name="Value">How it is read and written.</param>
/// <param name="ForgivesNull">Whether the reader's null is taken, though the type says otherwise.</param>
internal sealed record StateMemberModel(
    string Name,
    string JsonName,
    int JsonNameLength,
    string Property,
    string Field,
    string Type,
    string Declaring,
    bool IsRead,
    bool IsSet,
    string Local,
    ValueModel Value,
    bool ForgivesNull)
{
    /// <summary>The field with the encoded name.</summary>
    public string NameField => $"{Name}Name";

    /// <summary>The method that reaches the field.</summary>
    public string Accessor => $"{Name}Field";

    /// <summary>The local that says whether it was read.</summary>
    public string Flag => $"has{Name}";

    public bool NeedsAccessor => !IsRead || !IsSet;

    public string Source => IsRead ? $"value.{Property}" : $"{Accessor}(value)";

    public string Target => IsSet ? $"value.{Property}" : $"{Accessor}(value)";
}
