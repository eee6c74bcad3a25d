using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads what an event holds; types with members of their own are told once, by name.</summary>
internal sealed class SchemaTypes(JsonTypes types)
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    // The base of a hierarchy may be one of its kinds as well: then it is an object beside.
    private readonly Dictionary<ITypeSymbol, string> hierarchies = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, string> others = new(SymbolEqualityComparer.IncludeNullability);
    private readonly SortedDictionary<string, SchemaDefinition> definitions = new(StringComparer.Ordinal);

    public EquatableArray<SchemaDefinition> Found => definitions.Values.ToEquatableArray();

    public EquatableArray<SchemaMember> MembersOf(JsonObject type) => type.Contract.Members
        .Where(member => member.IsRead || member.Marks.IsWritten)
        .Select(MemberOf)
        .ToEquatableArray();

    private SchemaMember MemberOf(JsonMember member) => new(
        member.JsonName,
        ValueOf(JsonRequired.TypeOf(member), member.Property),
        JsonRequired.Is(member),
        !member.IsRead,
        EquatableArray<string>.Empty);

    private SchemaValue ValueOf(ITypeSymbol type, ISymbol? member = null) => new(TypeOf(types.Of(type, member)), JsonRequired.CanBeNull(type) || WrapsNull(type));

    // A wrapper is written as what it wraps.
    private bool WrapsNull(ITypeSymbol type) => types.Of(type) is JsonWrapper { Property: { } property } && JsonRequired.CanBeNull(property.Type);

    private SchemaType TypeOf(ITypeSymbol type) => TypeOf(types.Of(type));

    private SchemaType TypeOf(JsonType type) => type switch
    {
        JsonScalar { Name: "Memory" or "ReadOnlyMemory" } => new ScalarSchema("bytes"),
        JsonScalar scalar => new ScalarSchema(CamelCase.Of(scalar.Name)),
        JsonNullable nullable => TypeOf(nullable.Value),
        JsonWrapper { Property: { } property } => TypeOf(property.Type),
        JsonSequence sequence => new ListSchema(ValueOf(sequence.Element)),
        JsonDictionary dictionary => new MapSchema(TypeOf(dictionary.Key), ValueOf(dictionary.Value)),
        JsonEnum @enum => Named(others, @enum.Enum, name => new EnumDefinition(name, @enum.Members.Select(member => member.Name).ToEquatableArray(), @enum.IsFlags)),
        JsonEventReference reference => Object(new JsonObject(reference.Event)),
        JsonHierarchy hierarchy => Named(hierarchies, hierarchy.Base, name => new UnionDefinition(name, hierarchy.Discriminator, Cases(hierarchy).ToEquatableArray())),
        JsonObject @object => Object(@object),
        _ => new OpaqueSchema(type.Symbol.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString()),
    };

    private IEnumerable<UnionCase> Cases(JsonHierarchy hierarchy)
    {
        foreach (var kind in hierarchy.Kinds)
            yield return new UnionCase(kind.Id is int number ? UnionCase.NumberMark + number : (string)kind.Id!, Object(kind.Object!));
        if (hierarchy.Self is { } self)
            yield return new UnionCase(UnionCase.NoDiscriminator, Object(self));
    }

    private NamedSchema Object(JsonObject type) => Named(others, (INamedTypeSymbol)type.Symbol, name => new ObjectDefinition(name, MembersOf(type)));

    // Named before it is read, so that it may hold itself.
    private NamedSchema Named(Dictionary<ITypeSymbol, string> names, INamedTypeSymbol type, Func<string, SchemaDefinition> define)
    {
        // Not whether the type itself may be null, but whether its arguments may.
        var key = type.WithNullableAnnotation(NullableAnnotation.None);
        if (!names.TryGetValue(key, out var name))
        {
            name = Names(key).First(candidate => !IsTaken(candidate));
            names.Add(key, name);
            definitions.Add(name, define(name));
        }

        return new NamedSchema(name);
    }

    private bool IsTaken(string name) => hierarchies.ContainsValue(name) || others.ContainsValue(name);

    // A name is for people: what is compared is the structure.
    private static IEnumerable<string> Names(ITypeSymbol type)
    {
        yield return type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        for (var number = 1; ; number++)
            yield return number == 1 ? type.ToDisplayString(Full) : $"{type.ToDisplayString(Full)} {number}";
    }
}
