using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>An enum: written by the names of its members.</summary>
internal sealed record JsonEnum(INamedTypeSymbol Enum) : JsonType(Enum)
{
    public IEnumerable<IFieldSymbol> Members => Enum.GetMembers().OfType<IFieldSymbol>().Where(constant => constant.IsConst);

    public bool IsFlags => Enum.Find("System.FlagsAttribute") is not null;

    public override IEnumerable<JsonFault> Faults => JsonReach.Of(Enum)
        .Concat(JsonAttributes.FaultsOf(Enum, member: null))
        .Concat(Members.SelectMany(member => JsonAttributes.FaultsOf(member, member)));

    public static JsonEnum? Claim(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? new(named) : null;
}
