using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An aggregate or decider whose category no stream could have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CategoryRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.Category,
        "Aggregates and deciders have a category that streams can have",
        "{0} '{1}' has no valid category: give it a letter or digit, then up to 63 letters, digits, '.', '_' or '-', such as \"{2}\"");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        if (fold.Category is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, fold.Attribute.FirstArgument(fold.Type), fold.Kind, fold.Type.Short(), KebabCase.Of(fold.Type.Name, fold.Kind)));
        }
    }
}
