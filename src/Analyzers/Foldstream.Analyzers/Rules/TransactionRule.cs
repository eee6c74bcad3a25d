using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler of a projector that takes no transaction, or another one than the rest.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TransactionRule() : SubscriberRule(Descriptor)
{
    /// <summary>The documentation id of the type of transaction that is missing.</summary>
    public const string MissingProperty = "missing";

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.Transaction,
        "All handlers of a projector work in the same transaction",
        "'{0}' of projector '{1}' takes {2}: {3}");

    protected override void Analyze(SymbolAnalysisContext context, Subscriber subscriber)
    {
        if (!subscriber.Form.TakesTransaction)
            return;
        var right = subscriber.Methods.Where(handler => handler.Problem == HandlerProblem.None).ToList();
        foreach (var handler in right.Where(handler => !SymbolEqualityComparer.Default.Equals(handler.Transaction, subscriber.Transaction) || handler.Transaction is null))
            context.ReportDiagnostic(Create(subscriber, handler));
    }

    private static Diagnostic Create(Subscriber subscriber, SubscriberHandler handler)
    {
        var common = subscriber.Transaction?.Short();
        var (what, wayOut) = handler.Transaction is { } transaction
            ? ($"a '{transaction.Short()}' where others take a '{common}'", "let all take the type that the store offers")
            : ("no transaction", $"take the one of the store, '{common ?? "TTransaction"} transaction', and write all rows in it");
        var properties = ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(
            Descriptor,
            handler.Method.OfOwn(subscriber.Type, subscriber.Location),
            handler.Transaction is null && subscriber.Transaction is { } missing ? properties.Add(MissingProperty, missing.GetDocumentationCommentId()) : properties,
            handler.Method.Short(), subscriber.Type.Short(), what, wayOut);
    }
}
