using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The names of the types that the catalogue tells of, as metadata has them.</summary>
internal sealed record CatalogueTypes(EquatableArray<string> Events, EquatableArray<string> Aggregates, EquatableArray<string> Deciders)
{
    public static CatalogueTypes Of(ImmutableArray<string> events, ImmutableArray<string> aggregates, ImmutableArray<string> deciders) =>
        new(Sorted(events), Sorted(aggregates), Sorted(deciders));

    public static string MetadataName(INamedTypeSymbol type) =>
        MetadataNames.InNamespaceOf(type, string.Join("+", TypeNames.Containers(type).Append(type).Select(part => part.MetadataName)));

    private static EquatableArray<string> Sorted(ImmutableArray<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}
