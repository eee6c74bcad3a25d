using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler that refuses an event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrowingHandlerRule() : PurityRule(Descriptor, ImpurityKind.Throw)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.ThrowingHandler,
        "Handlers accept what has happened",
        "'{0}' {1}, so that a stream with such an event cannot be loaded any more: refuse before the event is raised");
}
