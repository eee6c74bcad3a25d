using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit;

/// <summary>The project around the sources of a test, as its project file would state it.</summary>
public sealed record CompileOptions
{
    /// <summary>The name of the assembly. The default is "TestProject".</summary>
    public string AssemblyName { get; init; } = "TestProject";

    /// <summary>The root namespace, as generators see it in <c>build_property.RootNamespace</c>; null leaves it out. The default is "TestProject".</summary>
    public string? RootNamespace { get; init; } = "TestProject";

    /// <summary>Other properties that generators and analyzers see as <c>build_property.*</c>. The default is none.</summary>
    public IReadOnlyDictionary<string, string> BuildProperties { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is built. The default is a library.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Whether nullable reference types are on. The default is true.</summary>
    public bool Nullable { get; init; } = true;

    /// <summary>Whether the usual namespaces (System, System.Linq, …) are imported, as the SDK does. The default is true.</summary>
    public bool ImplicitUsings { get; init; } = true;

    /// <summary>Assemblies that the sources use besides the framework and the Foldstream runtime. The default is none.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];

    /// <summary>Files beside the code that generators and analyzers see, <c>AdditionalFiles</c> of the project. The default is none.</summary>
    public IReadOnlyList<SourceFile> AdditionalFiles { get; init; } = [];

    /// <summary>Makes the generators that run as part of the compilation, anew for every run. The default makes none.</summary>
    public Func<IIncrementalGenerator[]> Generators { get; init; } = () => [];
}
