using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What stands in the way of taking a type apart and putting it together again.</summary>
internal static class JsonContractFaults
{
    public static IReadOnlyList<JsonFault> Of(INamedTypeSymbol type, string[] honoured, IMethodSymbol? constructor, IReadOnlyList<JsonMember> members)
    {
        // What the others would say of such a type follows from these.
        JsonFault[] first = [.. JsonReach.Of(type), .. OfBases(type), .. OfNames(members)];
        return first.Length > 0
            ? first
            :
            [
                .. JsonAttributes.FaultsOf(type, member: null, honoured),
                .. OfFields(type),
                .. JsonConstructorFaults.Of(type, constructor, members),
                .. members.SelectMany(JsonMemberFaults.Of),
                .. OfWriteOnly(type),
                .. OfRequired(type),
            ];
    }

    private static IEnumerable<JsonFault> OfBases(INamedTypeSymbol type)
    {
        // What a type of .NET holds, and whether that stays so, is not ours to say.
        var bases = JsonMembers.BasesOf(type).Where(MetadataNames.IsOfFramework).ToList();
        if (bases.Find(@base => JsonMembers.PublicPropertiesOf(@base).Any() || JsonMembers.PublicFieldsOf(@base).Any()) is { } @base)
            yield return new(null, $"inherits members from '{@base.Name}' of .NET, which is not supported", $"hold what '{type.Name}' needs in members of its own");
    }

    private static IEnumerable<JsonFault> OfFields(INamedTypeSymbol type) => JsonMembers.PublicFieldsOf(type)
        .Where(field => !IsIgnored(field))
        .Select(field => new JsonFault(field, "is a public field, which is not written", "make it a property, or leave it out with [JsonIgnore]"))
        .Concat(JsonMembers.All<IFieldSymbol>(type).Where(field => !field.IsImplicitlyDeclared).SelectMany(OfHidden))
        .Concat(JsonMembers.All<IPropertySymbol>(type).Where(property => property.DeclaredAccessibility != Accessibility.Public).SelectMany(OfHidden));

    private static IEnumerable<JsonFault> OfHidden(ISymbol member) => JsonAttributes.FaultsOf(member, member, JsonAttributes.Ignore);

    private static IEnumerable<JsonFault> OfWriteOnly(INamedTypeSymbol type) => JsonMembers.PublicPropertiesOf(type)
        .Where(property => !JsonMembers.IsReadable(property) && !IsIgnored(property))
        .Select(property => new JsonFault(property, "cannot be read", "give it a public get accessor, or leave it out with [JsonIgnore]"));

    private static IEnumerable<JsonFault> OfRequired(INamedTypeSymbol type) => JsonMembers.All<IPropertySymbol>(type)
        .Where(property => property is { IsRequired: true, DeclaredAccessibility: not Accessibility.Public })
        .Select(property => new JsonFault(property, "is required, but not public", "make it public, or not required"));

    private static IEnumerable<JsonFault> OfNames(IReadOnlyList<JsonMember> members) => members
        .Where(member => member.Marks.Ignoring != JsonIgnoring.Always)
        .GroupBy(member => member.JsonName, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => new JsonFault(group.Last().Property, $"has the JSON name of '{group.First().Property.Name}', '{group.Key}'", "give it a name of its own"));

    private static bool IsIgnored(ISymbol member) => JsonMarks.Of(member).Ignoring == JsonIgnoring.Always;
}
