using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.TestKit.Tests;

/// <summary>Gives each partial class with a [Greeter] a Greet method.</summary>
internal sealed class ToyGenerator : IIncrementalGenerator
{
    public const string Attribute = "[System.AttributeUsage(System.AttributeTargets.Class)] internal sealed class GreeterAttribute : System.Attribute;";

    private static readonly DiagnosticDescriptor Nested = new("TOYGEN", "Nested greeter", "{0} is nested", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static CompileOptions Options { get; } = new() { Generators = () => [new ToyGenerator()] };

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var greeters = context.SyntaxProvider
            .ForAttributeWithMetadataName("GreeterAttribute", static (node, _) => node is ClassDeclarationSyntax, static (found, _) => Model(found))
            .WithTrackingName("Greeters");
        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var value) ? value : "none")
            .WithTrackingName("RootNamespace");
        context.RegisterSourceOutput(greeters.Combine(rootNamespace), static (output, pair) => Emit(output, pair.Left, pair.Right));
    }

    private static ToyModel Model(GeneratorAttributeSyntaxContext found)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        return new ToyModel(type.Name, type.ContainingType is not null, string.Join(", ", type.GetMembers().OfType<IPropertySymbol>().Select(property => property.Name)));
    }

    private static void Emit(SourceProductionContext output, ToyModel model, string rootNamespace)
    {
        if (model.Name == "Boom")
            throw new InvalidOperationException("boom");
        if (model.IsNested)
            output.ReportDiagnostic(Diagnostic.Create(Nested, Location.None, model.Name));
        else
            output.AddSource($"{model.Name}.g.cs", $"partial class {model.Name}\n{{\n    public string Greet() => \"{rootNamespace}: {model.Properties}\";\n}}\n");
    }
}
