using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>
/// A type <c>Events</c> in the namespace of a decider that cannot be served. Without it the decider's own declarations would not
/// bind (CS0246), and the compiler would stop before the rule that explains what is wrong.
/// </summary>
internal static class DeciderStandIn
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<string?> namespaces) =>
        context.RegisterSourceOutput(
            namespaces.Collect().Select(static (all, _) => all.OfType<string>().Distinct(StringComparer.Ordinal).ToEquatableArray()),
            static (output, all) =>
            {
                var collisions = HintNames.FindCollisions(all.Select(Name).ToImmutableArray());
                foreach (var @namespace in all)
                    output.AddSource(HintNames.Of(Name(@namespace), "StandIn", collisions), Emit(@namespace).ToSourceText());
            });

    /// <summary>The namespace that needs one; null where nothing is missing, or where the name is taken.</summary>
    public static string? FindNamespace(INamedTypeSymbol type) =>
        !DeciderShape.IsServable(type) && DeciderShape.DecideMethods(type).Any(LacksEvents) && !type.ContainingNamespace.GetMembers(DeciderShape.EventsType).Any()
            ? TypeNames.Namespace(type)
            : null;

    private static string Name(string @namespace) =>
        @namespace.Length == 0 ? DeciderShape.EventsType : $"{@namespace.Replace("@", "")}.{DeciderShape.EventsType}";

    private static bool LacksEvents(IMethodSymbol decide) =>
        decide.ReturnType is IErrorTypeSymbol { Name: DeciderShape.EventsType, Arity: 0 };

    // /// <summary>Stands in for the decisions of a decider that cannot be generated until its errors are gone.</summary>
    // public sealed class Events : global::System.Collections.Generic.List<object>;
    private static SourceWriter Emit(string @namespace) => GeneratedFile.Start(@namespace)
        .Line("/// <summary>Stands in for the decisions of a decider that cannot be generated until its errors are gone.</summary>")
        .Line($"public sealed class {DeciderShape.EventsType} : global::System.Collections.Generic.List<object>;");
}
