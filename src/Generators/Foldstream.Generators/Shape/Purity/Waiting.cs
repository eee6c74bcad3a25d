using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Generators;

/// <summary>What waits, or starts something that is to be waited for.</summary>
internal static class Waiting
{
    public static Impurity? Find(IOperation operation) => operation switch
    {
        IAwaitOperation or IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation { IsAsynchronous: true } or IUsingDeclarationOperation { IsAsynchronous: true } =>
            new Impurity(ImpurityKind.Asynchrony, operation.Syntax, "awaits"),
        // The awaited call itself is told by its await, a finished task needs no time.
        IInvocationOperation { Parent: not IAwaitOperation } call when IsAwaitable(call.Type) && !IsFinished(call.TargetMethod) =>
            new Impurity(ImpurityKind.Asynchrony, operation.Syntax, $"starts '{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}'"),
        _ => null,
    };

    /// <summary>Whether a type is a task, with or without a result.</summary>
    public static bool IsAwaitable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    private static bool IsFinished(IMethodSymbol method) => IsAwaitable(method.ContainingType) && method.Name.StartsWith("From", StringComparison.Ordinal);
}
