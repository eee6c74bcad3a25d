using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What stands in the way of taking a type apart and putting it together again.</summary>
internal static class JsonContractFaults
{
    public static IReadOnlyList<JsonFault> Of(INamedTypeSymbol type, IMethodSymbol? constructor, IReadOnlyList<JsonMember> members)
    {
        // What the others would say of such a type follows from these.
        JsonFault[] first = [.. JsonReach.Of(type), .. OfBases(type), .. OfNames(members)];
        return first.Length > 0
            ? first
            :
            [
                .. JsonAttributes.FaultsOf(type, member: null),
                .. OfFields(type),
                .. OfConstructor(type, constructor, members),
                .. members.SelectMany(OfMember),
                .. OfWriteOnly(type),
                .. OfRequired(type),
            ];
    }

    private static IEnumerable<JsonFault> OfBases(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is { SpecialType: SpecialType.None }; @base = @base.BaseType)
        {
            if (JsonMembers.PublicPropertiesOf(@base).Any() || JsonMembers.PublicFieldsOf(@base).Any())
                yield return new(null, $"inherits members from '{@base.Name}', which is not supported", $"declare all members in '{type.Name}' itself");
        }
    }

    private static IEnumerable<JsonFault> OfFields(INamedTypeSymbol type) => JsonMembers.PublicFieldsOf(type)
        .Select(field => new JsonFault(field, "is a public field, which is not written", "make it a property"))
        .Concat(type.GetMembers().Where(member => member is IFieldSymbol { DeclaredAccessibility: not Accessibility.Public, IsImplicitlyDeclared: false })
            .SelectMany(field => JsonAttributes.FaultsOf(field, field)))
        .Concat(type.GetMembers().OfType<IPropertySymbol>().Where(property => property.DeclaredAccessibility != Accessibility.Public)
            .SelectMany(property => JsonAttributes.FaultsOf(property, property)));

    private static IEnumerable<JsonFault> OfConstructor(INamedTypeSymbol type, IMethodSymbol? constructor, IReadOnlyList<JsonMember> members)
    {
        foreach (var fault in type.InstanceConstructors.SelectMany(candidate => JsonAttributes.FaultsOf(candidate, candidate)))
            yield return fault;
        if (constructor is null)
        {
            yield return new(null, $"has no constructor in '{type.Name}' to be read with", $"give '{type.Name}' one public constructor");
            yield break;
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (!members.Any(member => SymbolEqualityComparer.Default.Equals(member.Parameter, parameter)))
                yield return new(constructor, $"has a constructor whose parameter '{parameter.Name}' is no property", "declare a public property with the parameter's name and type");
        }
    }

    private static IEnumerable<JsonFault> OfMember(JsonMember member)
    {
        foreach (var fault in JsonAttributes.FaultsOf(member.Property, member.Property))
            yield return fault;
        if (member.Property.ReturnsByRef || member.Property.ReturnsByRefReadonly)
            yield return new(member.Property, "returns a reference", "return the value");
        if (member.Setting == JsonMemberSetting.Computed && JsonMembers.HoldsValue(member.Property))
            yield return new(member.Property, "would be written, but never read", "give it an init accessor or a constructor parameter, or compute it with '=>'");
    }

    private static IEnumerable<JsonFault> OfWriteOnly(INamedTypeSymbol type) => JsonMembers.PublicPropertiesOf(type)
        .Where(property => !JsonMembers.IsReadable(property))
        .Select(property => new JsonFault(property, "cannot be read", "give it a public get accessor"));

    private static IEnumerable<JsonFault> OfRequired(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => property is { IsRequired: true, DeclaredAccessibility: not Accessibility.Public })
        .Select(property => new JsonFault(property, "is required, but not public", "make it public, or not required"));

    private static IEnumerable<JsonFault> OfNames(IReadOnlyList<JsonMember> members) => members
        .GroupBy(member => member.JsonName, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => new JsonFault(group.Last().Property, $"has the JSON name of '{group.First().Property.Name}', '{group.Key}'", "give it a name of its own"));
}
