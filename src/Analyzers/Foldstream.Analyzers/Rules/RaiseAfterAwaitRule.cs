using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Analyzers;

/// <summary>A command that checks, waits, and raises an event on what it checked before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RaiseAfterAwaitRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.RaiseAfterAwait,
        "Commands check after they have waited",
        "'{0}' read its state before it waited, and raises an event after: by then another command may have changed what it was decided on, so await first, or check again");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolStartAction(
        symbol =>
        {
            if (symbol.Symbol.Find(KnownTypes.AggregateAttribute) is not null)
                symbol.RegisterOperationBlockAction(Analyze);
        },
        SymbolKind.NamedType);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { IsAsync: true } method)
            return;
        var operations = context.OperationBlocks.SelectMany(Straight).ToList();
        var awaits = operations.OfType<IAwaitOperation>().ToList();
        var reads = operations.Where(operation => IsRead(operation, method.ContainingType)).Select(operation => operation.Syntax.SpanStart).ToList();
        foreach (var raise in operations.OfType<IInvocationOperation>().Where(call => AggregateShape.IsRaise(call.TargetMethod)))
        {
            var last = awaits.LastOrDefault(awaited => awaited.Syntax.Span.End <= raise.Syntax.Span.End);
            if (last is not null && reads.Any(read => read < last.Syntax.SpanStart) && !reads.Any(read => read >= last.Syntax.Span.End && read < raise.Syntax.SpanStart))
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, raise.Syntax.GetLocation(), method.Short()));
        }
    }

    // What lambdas and local functions do is done when they are called, wherever they stand.
    private static IEnumerable<IOperation> Straight(IOperation operation) => operation is IAnonymousFunctionOperation or ILocalFunctionOperation
        ? []
        : operation.ChildOperations.SelectMany(Straight).Prepend(operation);

    // What is read to be waited for, or to be raised, is no decision.
    private static bool IsRead(IOperation operation, INamedTypeSymbol type) =>
        operation switch
        {
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } => true,
            IInvocationOperation { Instance: IInstanceReferenceOperation } call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, type) && !AggregateShape.IsRaise(call.TargetMethod),
            _ => false,
        } && !IsWithin(operation);

    private static bool IsWithin(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAwaitOperation || (outer is IInvocationOperation call && AggregateShape.IsRaise(call.TargetMethod)))
                return true;
        }

        return false;
    }
}
