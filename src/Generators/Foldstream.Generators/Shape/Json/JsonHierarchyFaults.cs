using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What stands in the way of writing and reading a hierarchy.</summary>
internal static class JsonHierarchyFaults
{
    public static IEnumerable<JsonFault> Of(JsonHierarchy hierarchy) =>
    [
        .. JsonReach.Of(hierarchy.Base),
        .. JsonAttributes.FaultsOf(hierarchy.Base, member: null, JsonAttributes.Polymorphic, JsonAttributes.DerivedType),
        .. OfBase(hierarchy),
        .. hierarchy.Kinds.SelectMany(kind => OfKind(hierarchy, kind)),
        .. OfSameKinds(hierarchy),
        .. hierarchy.Objects.SelectMany(kind => kind.Faults),
        .. hierarchy.Objects.SelectMany(kind => OfNames(hierarchy, kind)),
    ];

    private static IEnumerable<JsonFault> OfBase(JsonHierarchy hierarchy)
    {
        var name = hierarchy.Base.Name;
        if (hierarchy.Base.IsValueType)
            yield return new(null, $"is of type '{name}', a struct that lists others", $"make '{name}' an interface or a record");
        if (hierarchy.Kinds.Count == 0)
            yield return new(null, $"is of type '{name}', which is marked with [JsonPolymorphic] and lists no type", "list its kinds with [JsonDerivedType]");
        if (hierarchy.Discriminator is "$id" or "$ref" or "$values" || !Utf16.IsWellFormed(hierarchy.Discriminator))
            yield return new(null, $"is of type '{name}', whose discriminator has the name '{hierarchy.Discriminator}', which is not free", "give another TypeDiscriminatorPropertyName");
        if (hierarchy.Base.Find(JsonAttributes.Polymorphic) is { } attribute
            && (attribute.Named<int>("UnknownDerivedTypeHandling") != 0 || attribute.Named<bool>("IgnoreUnrecognizedTypeDiscriminators")))
            yield return new(null, $"is of type '{name}', which takes what it does not list for what it does", "remove UnknownDerivedTypeHandling and IgnoreUnrecognizedTypeDiscriminators, and list all kinds");
    }

    private static IEnumerable<JsonFault> OfKind(JsonHierarchy hierarchy, JsonKind kind)
    {
        var name = kind.Type?.Name ?? "null";
        if (kind.Type is null || !IsDerived(kind.Type, hierarchy.Base))
            yield return new(null, $"is of type '{hierarchy.Base.Name}', which lists '{name}', a type that is not derived from it", "list derived types");
        else if (kind.Object is null || kind.Type.IsUnboundGenericType || kind.Type.Find(KnownTypes.EventValueAttribute) is not null)
            yield return new(null, $"is of type '{hierarchy.Base.Name}', which lists '{name}', a type without objects of its own", "list concrete records, classes and structs");
        else if (kind.Id is null)
            yield return new(null, $"is of type '{hierarchy.Base.Name}', which lists '{name}' without a discriminator, so that it could not be read", $"write [JsonDerivedType(typeof({name}), \"…\")]");
        else if (kind.Id is string id && !Utf16.IsWellFormed(id))
            yield return new(null, $"is of type '{hierarchy.Base.Name}', which lists '{name}' with a discriminator that holds half a surrogate pair", "give it a name of whole characters");
    }

    private static IEnumerable<JsonFault> OfSameKinds(JsonHierarchy hierarchy)
    {
        foreach (var same in hierarchy.Kinds.Where(kind => kind.Id is not null).GroupBy(kind => kind.Id).Where(group => group.Count() > 1))
            yield return new(null, $"is of type '{hierarchy.Base.Name}', which lists several types as '{same.Key}'", "give each a discriminator of its own");
        foreach (var same in hierarchy.Kinds.Where(kind => kind.Type is not null).GroupBy(kind => kind.Type, SymbolEqualityComparer.Default).Where(group => group.Count() > 1))
            yield return new(null, $"is of type '{hierarchy.Base.Name}', which lists '{same.Key!.Name}' several times", "list it once");
    }

    // Names that begin with $ are not read as members there.
    private static IEnumerable<JsonFault> OfNames(JsonHierarchy hierarchy, JsonObject kind) => kind.Contract.Members
        .Where(member => member.JsonName == hierarchy.Discriminator || member.JsonName.StartsWith("$", StringComparison.Ordinal))
        .Select(member => new JsonFault(member.Property, $"has the JSON name '{member.JsonName}' in the hierarchy of '{hierarchy.Base.Name}', where it tells the type", "give it another name"));

    private static bool IsDerived(INamedTypeSymbol type, INamedTypeSymbol @base) =>
        JsonMembers.BasesOf(type).Prepend(type).Concat(type.AllInterfaces).Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, @base));
}
