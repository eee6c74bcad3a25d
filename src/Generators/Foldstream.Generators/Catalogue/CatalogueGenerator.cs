using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Generators;

/// <summary>Gives the compiled assembly its catalogue of events, where the project asks for it or keeps a baseline.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogueGenerator : IIncrementalGenerator
{
    private const string Property = "build_property.FoldstreamCatalogue";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var handlers = Marked(context, KnownTypes.AggregateAttribute);
        foreach (var attribute in SubscriberKind.All.Select(kind => kind.Attribute).Prepend(KnownTypes.ProjectionAttribute).Prepend(KnownTypes.DeciderAttribute))
            handlers = handlers.Combine(Marked(context, attribute)).Select(static (names, _) => names.Left.AddRange(names.Right));
        var types = Marked(context, KnownTypes.EventAttribute)
            .Combine(handlers)
            .Select(static (names, _) => CatalogueTypes.Of(names.Left, names.Right));
        var catalogue = context.CompilationProvider
            .Combine(types)
            .Combine(IsWanted(context))
            .Select(static (input, cancellation) => input.Right ? CatalogueParser.Parse(input.Left.Left, input.Left.Right, cancellation) : null)
            .WithTrackingName(Steps.Catalogue);
        // Nobody calls it, so that editors can do without.
        context.RegisterImplementationSourceOutput(catalogue, static (output, catalogue) =>
        {
            if (catalogue is not null)
                output.AddSource("Catalogue.g.cs", CatalogueEmitter.Emit(catalogue));
        });
    }

    // Names only: the types are read when the catalogue is wanted.
    private static IncrementalValueProvider<ImmutableArray<string>> Marked(IncrementalGeneratorInitializationContext context, string attribute) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (attributed, _) => CatalogueTypes.MetadataName((INamedTypeSymbol)attributed.TargetSymbol))
        .Collect();

    private static IncrementalValueProvider<bool> IsWanted(IncrementalGeneratorInitializationContext context)
    {
        var isAskedFor = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(Property, out var value) && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase));
        var hasBaseline = context.AdditionalTextsProvider.Where(static file => SchemaBaseline.Is(file.Path)).Select(static (_, _) => true).Collect();
        return isAskedFor.Combine(hasBaseline).Select(static (reasons, _) => reasons.Left || reasons.Right.Length > 0);
    }
}
