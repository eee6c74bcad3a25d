using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Generators;

/// <summary>Finds the members that a piece of code uses, those that operators and conversions stand for included.</summary>
internal static class FoldCalls
{
    public static IEnumerable<FoldCall> Of(SyntaxNode code, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(code, cancellationToken) is not { } root)
            yield break;
        foreach (var operation in root.DescendantsAndSelf())
        {
            foreach (var member in Members(operation, model))
            {
                if (member is not null and not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke })
                    yield return new FoldCall(operation.Syntax, Definition(member));
            }
        }
    }

    private static IEnumerable<ISymbol?> Members(IOperation operation, SemanticModel model) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IObjectCreationOperation creation => [creation.Constructor],
        IMemberReferenceOperation reference => [reference.Member],
        IBinaryOperation binary => [binary.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        IIncrementOrDecrementOperation step => [step.OperatorMethod],
        ICompoundAssignmentOperation assignment => [assignment.OperatorMethod, assignment.InConversion.MethodSymbol, assignment.OutConversion.MethodSymbol],
        IConversionOperation conversion => [conversion.OperatorMethod],
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol],
        IListPatternOperation pattern => [pattern.LengthSymbol, pattern.IndexerSymbol],
        ISlicePatternOperation pattern => [pattern.SliceSymbol],
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => [operation.Type],
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } => OfLoop(model.GetForEachStatementInfo(loop)),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } => OfDeconstruction(model.GetDeconstructionInfo(assignment)),
        _ => [],
    };

    private static IEnumerable<ISymbol?> OfLoop(ForEachStatementInfo loop) =>
        [loop.GetEnumeratorMethod, loop.MoveNextMethod, loop.CurrentProperty, loop.ElementConversion.MethodSymbol];

    private static IEnumerable<ISymbol?> OfDeconstruction(DeconstructionInfo deconstruction) =>
        deconstruction.Nested.SelectMany(OfDeconstruction).Append(deconstruction.Method).Append(deconstruction.Conversion?.MethodSymbol);

    private static ISymbol Definition(ISymbol member) => member switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        IMethodSymbol { AssociatedSymbol: { } property } => property.OriginalDefinition,
        _ => member.OriginalDefinition,
    };
}
