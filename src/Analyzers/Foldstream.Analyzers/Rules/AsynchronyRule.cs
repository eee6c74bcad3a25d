using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler, decision or upcaster that waits, or starts what is to be waited for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AsynchronyRule() : PurityRule(Descriptor, ImpurityKind.Asynchrony)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.Asynchrony,
        "Handlers, decisions and upcasters do not wait",
        "'{0}' has to be done when it returns, and {1}: await before the command is given, and let the event or the command carry the outcome");
}
