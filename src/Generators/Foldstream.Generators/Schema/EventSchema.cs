namespace Foldstream.Generators;

/// <summary>What is stored of an event with one version of its schema.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Version">The version.</param>
/// <param name="Members">The members in the order in which they are written.</param>
/// <param name="Types">The types that members refer to by name, in the order of their names.</param>
internal sealed record EventSchema(string Name, int Version, EquatableArray<SchemaMember> Members, EquatableArray<SchemaDefinition> Types)
{
    public SchemaDefinition? Find(string typeName) => Types.FirstOrDefault(type => type.Name == typeName);
}
