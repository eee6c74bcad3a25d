namespace Foldstream.Generators;

/// <summary>A type that members refer to by name, so that it is told once, and may hold itself.</summary>
internal abstract record SchemaDefinition(string Name);

/// <summary>An object and its members.</summary>
internal sealed record ObjectDefinition(string Name, EquatableArray<SchemaMember> Members) : SchemaDefinition(Name);

/// <summary>An enum and the names of its members, which are what is stored.</summary>
internal sealed record EnumDefinition(string Name, EquatableArray<string> Members, bool IsFlags) : SchemaDefinition(Name);

/// <summary>One of several objects, told apart by a member.</summary>
internal sealed record UnionDefinition(string Name, string Discriminator, EquatableArray<UnionCase> Cases) : SchemaDefinition(Name);

/// <summary>What the discriminator says, and what then follows.</summary>
/// <param name="Value">The discriminator: a text, or a number behind <see cref="NumberMark"/>.</param>
/// <param name="Type">The object.</param>
internal sealed record UnionCase(string Value, SchemaType Type)
{
    public const string NumberMark = "#";

    /// <summary>The value of the case that has no discriminator.</summary>
    public const string NoDiscriminator = "";

    public int? Number => Value.StartsWith(NumberMark, StringComparison.Ordinal) && int.TryParse(Value.Substring(NumberMark.Length), out var number) ? number : null;
}
