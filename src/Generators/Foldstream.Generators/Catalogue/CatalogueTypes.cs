using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The names of the types that the catalogue tells of, as metadata has them.</summary>
/// <param name="Events">The events.</param>
/// <param name="Handlers">What handles events, whatever it is marked as.</param>
internal sealed record CatalogueTypes(EquatableArray<string> Events, EquatableArray<string> Handlers)
{
    public static CatalogueTypes Of(ImmutableArray<string> events, ImmutableArray<string> handlers) => new(Sorted(events), Sorted(handlers));

    public static string MetadataName(INamedTypeSymbol type) =>
        MetadataNames.InNamespaceOf(type, string.Join("+", TypeNames.Containers(type).Append(type).Select(part => part.MetadataName)));

    private static EquatableArray<string> Sorted(ImmutableArray<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}
