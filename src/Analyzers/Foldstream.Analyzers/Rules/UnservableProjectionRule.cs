using System.Collections.Immutable;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A class, or a name, that cannot be a projection's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnservableProjectionRule() : ProjectionRule(Descriptor)
{
    /// <summary>Present where the name is at fault.</summary>
    public const string NameProperty = "name";

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnservableProjection,
        "Projections are classes that can be created empty, with a name for their documents",
        "'{0}' cannot be a projection: {1}");

    protected override void Analyze(SymbolAnalysisContext context, Projection projection)
    {
        if (ProjectionProblem.Of(projection.Type) is not { } problem)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            problem.IsName ? projection.Attribute.FirstArgument(projection.Type) : projection.Location,
            problem.IsName ? properties.Add(NameProperty, "") : properties,
            projection.Type.Short(),
            problem.Type == TypeProblem.None ? problem.Reason : problem.Type.Explain()));
    }
}
