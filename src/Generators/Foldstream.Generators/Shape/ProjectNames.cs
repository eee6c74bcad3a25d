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
    private const string Global = "global::";

    /// <summary>The class with the assembly's event model.</summary>
    public string EventsClass => $"{Assembly}Events";

    /// <summary>The class with the readers and writers of what events hold.</summary>
    public string ShapesClass => $"{Assembly}EventShapes";

    public string QualifiedEventsClass => Qualify(EventsClass);

    public string QualifiedShapesClass => Qualify(ShapesClass);

    /// <summary>The names for a compilation, with the options of its project.</summary>
    public static ProjectNames Of(Compilation compilation, AnalyzerConfigOptionsProvider options) => Of(compilation.AssemblyName ?? "", RootNamespaceOf(options));

    /// <summary>The user's type that has the name of a generated class; null where it is free.</summary>
    public static INamedTypeSymbol? FindTaken(Compilation compilation, string qualifiedName) =>
        compilation.Assembly.GetTypeByMetadataName(qualifiedName.Substring(Global.Length).Replace("@", "")) is { } type && GeneratedCode.IsWrittenByUser(type) ? type : null;

    public static string RootNamespaceOf(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Property, out var value) ? value.Trim() : "";

    /// <summary>The names for an assembly; without a root namespace they stand in the namespace of its name.</summary>
    public static ProjectNames Of(string assemblyName, string rootNamespace)
    {
        var @namespace = rootNamespace.Length > 0 ? rootNamespace : assemblyName;
        return new(
            string.Join(".", Parts(@namespace).Select(TypeNames.Escape)),
            Parts(assemblyName).LastOrDefault() ?? "Project");
    }

    private string Qualify(string name) => RootNamespace.Length == 0 ? $"{Global}{name}" : $"{Global}{RootNamespace}.{name}";

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
