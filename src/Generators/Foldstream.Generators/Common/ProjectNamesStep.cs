using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the names of what is generated once for an assembly, and whether the user took one of them.</summary>
internal static class ProjectNamesStep
{
    public static IncrementalValueProvider<ProjectNames> Names(IncrementalGeneratorInitializationContext context)
    {
        var assembly = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");
        var root = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectNames.RootNamespaceOf(options));
        return assembly.Combine(root).Select(static (names, _) => ProjectNames.Of(names.Left, names.Right)).WithTrackingName(Steps.ProjectNames);
    }

    /// <summary>Whether the class with the event model would be the second of its name: an error in a declaration, which hides the rule that explains it.</summary>
    public static IncrementalValueProvider<bool> IsEventsClassTaken(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectNames> names) =>
        context.CompilationProvider.Combine(names).Select(static (pair, _) => ProjectNames.FindTaken(pair.Left, pair.Right.QualifiedEventsClass) is not null);
}
