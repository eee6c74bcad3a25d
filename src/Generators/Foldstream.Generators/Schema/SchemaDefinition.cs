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
internal sealed record UnionCase(string Value, SchemaType Type);
