using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Generators;

/// <summary>What throws. The last arm of a switch may: it stands for what cannot be, and silence there would lose something.</summary>
internal static class Throwing
{
    public static Impurity? Find(IOperation operation) =>
        operation is IThrowOperation { Exception: { } exception } && !IsUnreachable(exception) && !IsLastResort(operation)
            ? new Impurity(ImpurityKind.Throw, operation.Syntax, $"throws '{TypeOf(exception)}'")
            : null;

    private static bool IsUnreachable(IOperation exception) => TypeOf(exception) == "UnreachableException";

    private static string? TypeOf(IOperation exception) =>
        (exception is IConversionOperation conversion ? conversion.Operand : exception).Type?.Name;

    private static bool IsLastResort(IOperation operation)
    {
        for (var inner = operation; inner.Parent is { } outer && inner is not IAnonymousFunctionOperation; inner = outer)
        {
            if (outer is ISwitchExpressionArmOperation { Pattern: IDiscardPatternOperation })
                return true;
            if (outer is ISwitchCaseOperation section)
                return section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation);
        }

        return false;
    }
}
