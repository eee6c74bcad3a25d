using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The event model of another assembly.</summary>
/// <param name="Type">The class in code.</param>
/// <param name="IsPublic">Whether everybody sees it.</param>
internal sealed record IncludedModel(string Type, bool IsPublic)
{
    /// <summary>The models of the assemblies that events come from, the events' own assembly left aside.</summary>
    public static EquatableArray<IncludedModel> Of(IEnumerable<INamedTypeSymbol> events, IAssemblySymbol own) => events
        .Select(@event => @event.ContainingAssembly)
        .Where(assembly => !SymbolEqualityComparer.Default.Equals(assembly, own))
        .Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default)
        .Select(Find)
        .OfType<IncludedModel>()
        .ToEquatableArray();

    // An assembly that was built without the generator has none, which a rule tells.
    private static IncludedModel? Find(IAssemblySymbol assembly) =>
        assembly.Find(KnownTypes.EventModelAttribute)?.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol model
            ? new IncludedModel(TypeNames.Qualified(model), model.DeclaredAccessibility == Accessibility.Public)
            : null;
}
