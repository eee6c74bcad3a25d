using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>How an object is taken apart into members and put together again.</summary>
/// <param name="Type">The type.</param>
/// <param name="Constructor">The constructor that readers call; null where there is none.</param>
/// <param name="Members">The members in the order in which they are written.</param>
/// <param name="Faults">What stands in the way.</param>
internal sealed record JsonContract(
    INamedTypeSymbol Type, IMethodSymbol? Constructor, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonFault> Faults)
{
    public static JsonContract Of(INamedTypeSymbol type, string[] honoured)
    {
        var properties = JsonMembers.PropertiesOf(type);
        var constructor = JsonConstructor.Choose(type, properties);
        var all = properties.Select(property => JsonMember.Of(property, constructor)).ToList();
        JsonMember[] members = [.. all.Where(member => member.Marks.Ignoring != JsonIgnoring.Always).OrderBy(member => member.Marks.Order)];
        return new(type, constructor, members, JsonContractFaults.Of(type, honoured, constructor, all));
    }
}
