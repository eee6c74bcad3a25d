using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A decider without a state to start from, with a decision of the wrong shape, or of a kind that cannot be one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DeciderShapeRule() : FoldRule(Descriptor)
{
    /// <summary>Present where the initial state is missing, which the fix can write.</summary>
    public const string NoInitialStateProperty = "noInitialState";

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DeciderShape,
        "Deciders have an initial state and decisions",
        "{0}");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        if (!fold.IsDecider)
            return;
        var problem = DeciderShape.FindProblem(fold.Type);
        if (problem == TypeProblem.None)
            AnalyzeInitialState(context, fold);
        else
            Report(context, fold.Location, $"'{fold.Type.Short()}' cannot be a decider: {problem.Explain()}");
        foreach (var decide in DeciderShape.DecideMethods(fold.Type).Where(method => !DeciderShape.IsDecide(fold.Type, method)))
            Report(context, decide.OfOwn(fold.Type, fold.Location), $"'{decide.Name}' of decider '{fold.Type.Short()}' is no decision: write '{Decision(fold, decide)}'");
    }

    private static void AnalyzeInitialState(SymbolAnalysisContext context, Fold fold)
    {
        if (DeciderShape.HasInitialState(fold.Type))
            return;
        var other = fold.Type.GetMembers(DeciderShape.InitialState).FirstOrDefault();
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            other?.OfOwn(fold.Type, fold.Location) ?? fold.Location,
            other is null ? properties.Add(NoInitialStateProperty, "") : properties,
            $"Decider '{fold.Type.Short()}' has no state before its first event: write 'public static {fold.Type.Short()} {DeciderShape.InitialState} => …'"));
    }

    private static string Decision(Fold fold, IMethodSymbol decide)
    {
        var command = decide.Parameters.FirstOrDefault(parameter => !SymbolEqualityComparer.Default.Equals(parameter.Type, fold.Type))?.Type.Short();
        return $"static {DeciderShape.EventsType} {DeciderShape.DecideMethod}({command ?? "TCommand"} command, {fold.Type.Short()} state)";
    }

    private static void Report(SymbolAnalysisContext context, Location location, string problem) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, problem));
}
