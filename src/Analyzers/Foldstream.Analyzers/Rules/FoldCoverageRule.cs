using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A fold that uses code which can change without its fingerprint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FoldCoverageRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.FoldCoverage,
        "The code that a fold uses is part of its fingerprint",
        "'{0}' folds by '{1}', which its fingerprint does not cover: move that code into '{0}', or add [FoldVersion(1)] and raise it whenever that code changes");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType fold)
    {
        if (FoldVersion.Of(fold.Type) is not null || Find(fold) is not { } subject)
            return;
        subject = subject.WithVersions(context.Compilation);
        var walk = FoldWalk.Of(subject, new FoldScope(subject), new FoldCode(context.Compilation), context.CancellationToken);
        foreach (var call in walk.Uncovered.GroupBy(call => (call.Node?.Span, call.Node?.SyntaxTree)).Select(calls => calls.First()))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Node?.GetLocation() ?? fold.Location, fold.Type.Short(), call.Member.Short()));
    }

    private static FoldSubject? Find(HandlingType fold) => fold switch
    {
        HandlingFold { Fold.IsDecider: true } when DeciderShape.IsServable(fold.Type) => FoldSubject.OfDecider(fold.Type),
        HandlingFold { Fold.IsDecider: false } when AggregateShape.IsServable(fold.Type) => FoldSubject.OfAggregate(fold.Type),
        Projection when ProjectionShape.IsServable(fold.Type) => FoldSubject.OfProjection(fold.Type),
        _ => null,
    };
}
