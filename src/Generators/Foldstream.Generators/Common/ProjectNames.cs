using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Generators;

/// <summary>The names of what is generated once for an assembly.</summary>
/// <param name="RootNamespace">The project's root namespace, where the classes stand.</param>
/// <param name="Assembly">The last part of the assembly's name, with which the names of the classes begin.</param>
internal sealed record ProjectNames(string RootNamespace, string Assembly)
{
    private const string Property = "build_property.RootNamespace";

    /// <summary>The class with the assembly's event model.</summary>
    public string EventsClass => $"{Assembly}Events";

    /// <summary>The class with the readers and writers of what events hold.</summary>
    public string ShapesClass => $"{Assembly}EventShapes";

    public string QualifiedEventsClass => Qualify(EventsClass);

    public string QualifiedShapesClass => Qualify(ShapesClass);

    public static IncrementalValueProvider<ProjectNames> Of(IncrementalGeneratorInitializationContext context)
    {
        var assembly = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "");
        var root = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => RootNamespaceOf(options));
        return assembly.Combine(root).Select(static (names, _) => Of(names.Left, names.Right)).WithTrackingName(Steps.ProjectNames);
    }

    /// <summary>The names for an assembly; without a root namespace they stand in the namespace of its name.</summary>
    public static ProjectNames Of(string assemblyName, string rootNamespace)
    {
        var @namespace = rootNamespace.Length > 0 ? rootNamespace : assemblyName;
        return new(
            string.Join(".", Parts(@namespace).Select(TypeNames.Escape)),
            Parts(assemblyName).LastOrDefault() ?? "Project");
    }

    private string Qualify(string name) => RootNamespace.Length == 0 ? $"global::{name}" : $"global::{RootNamespace}.{name}";

    private static string RootNamespaceOf(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Property, out var value) ? value.Trim() : "";

    private static IEnumerable<string> Parts(string name) => name.Split('.').Where(part => part.Length > 0).Select(Identifier);

    private static string Identifier(string part)
    {
        var identifier = new StringBuilder(part.Length + 1);
        if (char.IsDigit(part[0]))
            identifier.Append('_');
        foreach (var character in part)
            identifier.Append(char.IsLetterOrDigit(character) ? character : '_');
        return identifier.ToString();
    }
}
