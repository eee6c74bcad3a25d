using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Analyzers;

/// <summary>Tells the calls of this library, and of stores, from others.</summary>
internal static class RuntimeCall
{
    private const string Runtime = "Foldstream";

    public static bool IsOf(IMethodSymbol method) =>
        method.ContainingAssembly is { } assembly
        && (assembly.Name == Runtime
            || (assembly.Name.StartsWith(Runtime + ".", StringComparison.Ordinal) && method.DeclaringSyntaxReferences.IsEmpty)
            || method.ContainingType.AllInterfaces.Any(contract => contract is { Name: "IEventStore", ContainingNamespace.Name: Runtime }));

    /// <summary>The argument for a parameter, given or not.</summary>
    public static IArgumentOperation? Argument(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);

    /// <summary>An expression without the conversions around it.</summary>
    public static IOperation Bare(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
