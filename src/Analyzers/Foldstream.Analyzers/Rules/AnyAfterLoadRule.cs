using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Analyzers;

/// <summary>An append without a lock to a stream that was read before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AnyAfterLoadRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.AnyAfterLoad,
        "What is decided on a stream is appended at its version",
        "This appends at any version to a stream that '{0}' read before, so that what others wrote meanwhile is not noticed: expect the version that was read");

    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeAppend, OperationKind.ObjectCreation);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "AppendAsync" && RuntimeCall.IsOf(call.TargetMethod))
            Analyze(context, call.Arguments);
    }

    private static void AnalyzeAppend(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is { Name: "StreamAppend", ContainingNamespace.Name: "Foldstream" })
            Analyze(context, creation.Arguments);
    }

    private static void Analyze(OperationAnalysisContext context, IEnumerable<IArgumentOperation> arguments)
    {
        IOperation? stream = null, condition = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == "stream")
                stream = argument.Value;
            else if (argument.Parameter?.Name == "condition")
                condition = argument.Value.Bare();
        }

        if (stream is not null && condition is IPropertyReferenceOperation { Property: { Name: "Any", ContainingType.Name: "ExpectedVersion" } } && StreamRead.FindBefore(context.Operation, stream) is { } read)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, condition.Syntax.GetLocation(), read.TargetMethod.Name));
    }
}
