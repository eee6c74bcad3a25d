using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A <c>[Key]</c> or <c>[DeletesDocument]</c> in a type that is no projection, where nothing reads it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StrayMarkRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.StrayMark,
        "Keys and deletions are of projections",
        "[{0}] on '{1}' has no effect, because '{2}' is no projection: mark the type with [Projection], or make it abstract where it is the base of projections, or remove the mark");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.Method);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (CanServe(method.ContainingType))
            return;
        Report(KnownTypes.KeyAttribute, "Key");
        Report(KnownTypes.DeletesDocumentAttribute, "DeletesDocument");

        void Report(string attribute, string name)
        {
            if (method.Find(attribute) is { } mark)
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, mark.Whole(method), name, method.Name, method.ContainingType.Short()));
        }
    }

    // An abstract class may hold what several projections have in common.
    private static bool CanServe(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsRecord: false } && (type is { IsAbstract: true, IsStatic: false } || type.Find(KnownTypes.ProjectionAttribute) is not null);
}
