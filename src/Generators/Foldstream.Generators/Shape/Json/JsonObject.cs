using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A record, class or struct whose properties are the members of a JSON object.</summary>
internal sealed record JsonObject : JsonType
{
    private readonly Lazy<JsonContract> contract;

    /// <summary>Takes the type, and what is honoured of the attributes of System.Text.Json on the type itself.</summary>
    public JsonObject(INamedTypeSymbol type, params string[] honoured)
        : base(type) => contract = new(() => JsonContract.Of(type, honoured));

    public JsonContract Contract => contract.Value;

    public override IEnumerable<JsonPart> Parts => Contract.Members.Select(member => new JsonPart(member.Property.Type, member.Property.Name, member.Property));

    public override IEnumerable<JsonFault> Faults => Contract.Faults;

    public static JsonObject? Claim(ITypeSymbol type) => type is INamedTypeSymbol named && CanBe(named) ? new(named) : null;

    public static bool CanBe(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false, IsRefLikeType: false, IsTupleType: false, IsAnonymousType: false }
        && !MetadataNames.IsOfFramework(type)
        && !type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable);
}
