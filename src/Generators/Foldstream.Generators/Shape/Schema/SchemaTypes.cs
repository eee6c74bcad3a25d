using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads what an event holds; types with members of their own are told once, by name.</summary>
internal sealed class SchemaTypes
{
    private readonly Dictionary<ITypeSymbol, string> names = new(SymbolEqualityComparer.Default);
    private readonly SortedDictionary<string, SchemaDefinition> definitions = new(StringComparer.Ordinal);

    public EquatableArray<SchemaDefinition> Found => definitions.Values.ToEquatableArray();

    public EquatableArray<SchemaMember> MembersOf(JsonObject type) => type.Contract.Members.Select(MemberOf).ToEquatableArray();

    private SchemaMember MemberOf(JsonMember member) => new(
        member.JsonName,
        ValueOf(JsonRequired.TypeOf(member)),
        JsonRequired.Is(member),
        member.Setting == JsonMemberSetting.Computed,
        EquatableArray<string>.Empty);

    private SchemaValue ValueOf(ITypeSymbol type) => new(TypeOf(type), JsonRequired.CanBeNull(type) || WrapsNull(type));

    // A wrapper is written as what it wraps.
    private static bool WrapsNull(ITypeSymbol type) => JsonTypes.Of(type) is JsonWrapper { Property: { } property } && JsonRequired.CanBeNull(property.Type);

    private SchemaType TypeOf(ITypeSymbol type) => JsonTypes.Of(type) switch
    {
        JsonScalar scalar => new ScalarSchema(CamelCase.Of(scalar.Name)),
        JsonNullable nullable => TypeOf(nullable.Value),
        JsonWrapper { Property: { } property } => TypeOf(property.Type),
        JsonSequence sequence => new ListSchema(ValueOf(sequence.Element)),
        JsonDictionary dictionary => new MapSchema(TypeOf(dictionary.Key), ValueOf(dictionary.Value)),
        JsonEnum @enum => Named(@enum.Enum, name => new EnumDefinition(name, @enum.Members.Select(member => member.Name).ToEquatableArray(), @enum.IsFlags)),
        JsonEventReference reference => Object(reference.Event),
        JsonObject @object => Object((INamedTypeSymbol)@object.Symbol),
        _ => new OpaqueSchema(type.ToDisplayString()),
    };

    private NamedSchema Object(INamedTypeSymbol type) => Named(type, name => new ObjectDefinition(name, MembersOf(new JsonObject(type))));

    // Named before it is read, so that it may hold itself.
    private NamedSchema Named(INamedTypeSymbol type, Func<string, SchemaDefinition> define)
    {
        if (!names.TryGetValue(type, out var name))
        {
            name = names.ContainsValue(type.Name) ? TypeNames.FullName(type) : type.Name;
            names.Add(type, name);
            definitions.Add(name, define(name));
        }

        return new NamedSchema(name);
    }
}
