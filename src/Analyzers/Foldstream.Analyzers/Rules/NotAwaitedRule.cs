using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Analyzers;

/// <summary>A task of this library, or of a command that it runs, that is dropped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NotAwaitedRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.NotAwaited,
        "What stores events is awaited",
        "The outcome of '{0}' is dropped: it may not be done, or may have failed, when the next line runs; await it");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);

    private static void Analyze(OperationAnalysisContext context)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (Dropped(statement.Operation) is { } call && Waiting.IsAwaitable(call.Type) && (RuntimeCall.IsOf(call.TargetMethod) || IsCommand(statement)))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, statement.Operation.Syntax.GetLocation(), call.TargetMethod.Name));
    }

    private static IInvocationOperation? Dropped(IOperation operation) => operation switch
    {
        IConditionalAccessOperation access => Dropped(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve", Instance: { } instance } => Dropped(instance),
        IInvocationOperation call => call,
        _ => null,
    };

    /// <summary>Whether a statement is the body of a lambda that this library calls, and that gives nothing back to be awaited.</summary>
    private static bool IsCommand(IOperation statement)
    {
        var outer = statement.Parent;
        while (outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            outer = outer.Parent;
        return outer is IAnonymousFunctionOperation { Symbol.ReturnsVoid: true, Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } }
            && RuntimeCall.IsOf(call.TargetMethod);
    }
}
