using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A type that wraps one value, marked with <c>[EventValue]</c>: written as the value.</summary>
/// <param name="Wrapper">The type.</param>
/// <param name="Property">The property with the value; null where no constructor takes it.</param>
internal sealed record JsonWrapper(INamedTypeSymbol Wrapper, IPropertySymbol? Property) : JsonType(Wrapper)
{
    public override IEnumerable<JsonPart> Parts => Property is null ? [] : [new(Property.Type, Property.Name, Property)];

    public override IEnumerable<JsonFault> Faults =>
    [
        .. JsonReach.Of(Wrapper),
        .. JsonAttributes.FaultsOf(Wrapper, member: null),
        .. JsonMembers.PropertiesOf(Wrapper).SelectMany(property => JsonAttributes.FaultsOf(property, property)),
        .. OfValue(),
        .. OfOthers(),
    ];

    public static JsonWrapper? Claim(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.Find(KnownTypes.EventValueAttribute) is not null ? new(named, FindProperty(named)) : null;

    // The primary constructor goes before others that take one value.
    private static IPropertySymbol? FindProperty(INamedTypeSymbol type)
    {
        var properties = JsonMembers.PropertiesOf(type);
        var found = type.InstanceConstructors
            .Where(constructor => constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 })
            .OrderBy(constructor => JsonConstructor.IsPrimary(constructor) ? 0 : 1)
            .Select(constructor => properties.FirstOrDefault(property => JsonConstructor.Sets(constructor.Parameters[0], property)))
            .FirstOrDefault(property => property is not null);
        return type.IsAbstract ? null : found;
    }

    private IEnumerable<JsonFault> OfValue()
    {
        if (Property is null)
            yield return new(null, $"is marked with [EventValue], and no public constructor of '{Wrapper.Name}' takes the value of a public property alone", $"declare it as 'record struct {Wrapper.Name}(T Value)'");
        else if (Wrapper.IsReferenceType && CanBeNull(Property.Type))
            yield return new(Property, $"may be null, and so may '{Wrapper.Name}' around it: which of them was cannot be told", $"make '{Wrapper.Name}' a struct, or its value never null");
    }

    private IEnumerable<JsonFault> OfOthers() => JsonMembers.PropertiesOf(Wrapper)
        .Where(property => Property is not null && !SymbolEqualityComparer.Default.Equals(property, Property) && JsonMembers.HoldsValue(property))
        .Select(property => new JsonFault(property, "stands beside the one value of an [EventValue], and would not be written", "compute it from the value, or remove [EventValue]"));

    private static bool CanBeNull(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
