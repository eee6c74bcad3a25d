using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Generators;

/// <summary>A use of a method or accessor of the type in which it is used.</summary>
internal readonly record struct OwnCall(IMethodSymbol Method, SyntaxNode Node);

/// <summary>Finds in code what it uses of its own type.</summary>
internal static class OwnCalls
{
    /// <summary>All operations of a body, those of its lambdas and local functions included; what <c>nameof</c> names is not run.</summary>
    public static IEnumerable<IOperation> Operations(IOperation body)
    {
        yield return body;
        if (body is INameOfOperation)
            yield break;
        foreach (var child in body.ChildOperations)
        {
            foreach (var operation in Operations(child))
                yield return operation;
        }
    }

    public static IEnumerable<OwnCall> Of(IOperation operation, INamedTypeSymbol type) => Methods(operation)
        .Where(method => method is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet }
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type))
        .Select(method => new OwnCall(Definition(method!), operation.Syntax));

    /// <summary>A method as it is declared: without type arguments, the first part of a partial one.</summary>
    public static IMethodSymbol Definition(IMethodSymbol method) => method.OriginalDefinition is var definition && definition.PartialDefinitionPart is { } part ? part : definition;

    private static IEnumerable<IMethodSymbol?> Methods(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IMethodReferenceOperation reference => [reference.Method],
        IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property when assignment.Target == property => [property.Property.SetMethod],
        IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } property when assignment.Target == property => [property.Property.GetMethod, property.Property.SetMethod],
        IPropertyReferenceOperation { Parent: IIncrementOrDecrementOperation } property => [property.Property.GetMethod, property.Property.SetMethod],
        IPropertyReferenceOperation property => [property.Property.GetMethod],
        _ => [],
    };
}
