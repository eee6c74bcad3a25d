using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Wires the chains of upcasters: a part of <see cref="EventJsonGenerator"/>, so that events are read once.</summary>
internal static class VersioningGenerator
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EventJsonModel> events,
        IncrementalValueProvider<EquatableArray<string>> collisions)
    {
        var chains = events
            .Select(static (model, _) => EventVersion.Of(model))
            .Collect()
            .SelectMany(static (versions, _) => UpcastChain.Of(versions))
            .WithTrackingName(Steps.UpcastChains);
        context.RegisterSourceOutput(chains.Combine(collisions), static (output, input) =>
        {
            var (chain, collisions) = input;
            output.AddSource(HintNames.Of(chain.Newest.FullName, "Versions", collisions), UpcastChainEmitter.Emit(chain).ToSourceText());
        });
    }
}
