using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using System.Collections.Immutable;

namespace Foldstream.Analyzers;

/// <summary>A call that could be cancelled, and is not told how.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnpassedTokenRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.UnpassedToken,
        "A cancellation token at hand is passed on",
        "'{0}' goes on when '{1}' is cancelled, because it is not given it: pass '{1}'");

    /// <summary>The names of the parameter that is left out, and of the token at hand.</summary>
    public const string ParameterProperty = "parameter";
    public const string TokenProperty = "token";

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var parameter = call.TargetMethod.Parameters.LastOrDefault(candidate => IsToken(candidate.Type));
        if (parameter is null || !RuntimeCall.IsOf(call.TargetMethod) || call.Argument(parameter.Name)?.ArgumentKind != ArgumentKind.DefaultValue)
            return;
        if (IsGivenOtherwise(call) || FindToken(context) is not { } token)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(ParameterProperty, parameter.Name).Add(TokenProperty, token.Name);
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, Place(call.Syntax), properties, call.TargetMethod.Name, token.Name));
    }

    private static Location Place(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        ? access.Name.GetLocation()
        : call.GetLocation();

    private static bool IsToken(ITypeSymbol type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    // await foreach (… in store.ReadAsync(stream).WithCancellation(token))
    private static bool IsGivenOtherwise(IOperation call)
    {
        var outer = call.Parent;
        while (outer is IArgumentOperation or IConversionOperation)
            outer = outer.Parent;
        return outer is IInvocationOperation { TargetMethod.Name: "WithCancellation" };
    }

    /// <summary>The innermost token that is a parameter; none in a clean-up, which is to be finished.</summary>
    private static IParameterSymbol? FindToken(OperationAnalysisContext context)
    {
        for (var inner = context.Operation; inner.Parent is { } outer; inner = outer)
        {
            if (outer is ICatchClauseOperation || (outer is ITryOperation { Finally: { } last } && last == inner))
                return null;
            var function = outer switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null && (TokenOf(function) is { } token || function.IsStatic))
                return TokenOf(function);
        }

        return context.ContainingSymbol is IMethodSymbol method ? TokenOf(method) : null;
    }

    private static IParameterSymbol? TokenOf(IMethodSymbol method) => method.Parameters.FirstOrDefault(parameter => IsToken(parameter.Type) && parameter is { RefKind: RefKind.None, IsDiscard: false });
}
