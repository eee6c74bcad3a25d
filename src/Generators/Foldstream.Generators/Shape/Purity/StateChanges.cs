using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Generators;

/// <summary>Finds what code changes: what it assigns, passes by reference, or calls to change a collection.</summary>
internal static class StateChanges
{
    /// <summary>The expressions that one operation changes, its parts left aside.</summary>
    public static IReadOnlyList<IOperation> TargetsOf(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements.ToList(),
        IAssignmentOperation assignment => new[] { assignment.Target },
        IIncrementOrDecrementOperation step => new[] { step.Target },
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => new[] { argument.Value },
        IInvocationOperation { Instance: { } instance } call when MutableCollections.IsChangedBy(call.TargetMethod) => new[] { instance },
        _ => Array.Empty<IOperation>(),
    };

    /// <summary>The member from which a changed expression starts, <c>lines</c> of <c>this.lines[0].Amount</c>; null where it starts with a local or a parameter.</summary>
    public static IMemberReferenceOperation? RootOf(IOperation target)
    {
        for (var current = target; ;)
        {
            switch (current)
            {
                case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } reference:
                    return IsOwnOrStatic(reference) ? reference : null;
                case IMemberReferenceOperation { Instance: { } instance }:
                    current = instance;
                    break;
                case IArrayElementReferenceOperation element:
                    current = element.ArrayReference;
                    break;
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    break;
                default:
                    return null;
            }
        }
    }

    // The members that an initialiser or 'with' sets are those of a new object.
    private static bool IsOwnOrStatic(IMemberReferenceOperation reference) =>
        reference.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
}
