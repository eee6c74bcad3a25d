using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.Benchmarks;

/// <summary>The floor: finds the same types and reads the same symbols, and writes nothing of use.</summary>
internal sealed class ProbeGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in new[] { "Foldstream.EventAttribute", "Foldstream.AggregateAttribute", "Foldstream.DeciderAttribute" })
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, _) => Read((INamedTypeSymbol)attributed.TargetSymbol));
            context.RegisterSourceOutput(found, static (output, name) => output.AddSource($"{name}.{name.Length}.g.cs", $"// {name}"));
        }
    }

    private static string Read(INamedTypeSymbol type)
    {
        var length = type.GetAttributes().Sum(attribute => attribute.ConstructorArguments.Length);
        foreach (var member in type.GetMembers())
        {
            length += member switch
            {
                IPropertySymbol property => property.Type.Name.Length + property.GetAttributes().Length,
                IMethodSymbol method => method.Parameters.Sum(parameter => parameter.Type.GetAttributes().Length) + method.ReturnType.Name.Length,
                _ => member.Name.Length,
            };
        }

        return $"{type.ToDisplayString()}{length}";
    }
}
