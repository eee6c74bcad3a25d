using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An Apply that raises an event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RaisingHandlerRule() : PurityRule(Descriptor, ImpurityKind.Raise)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.RaisingHandler,
        "Handlers raise nothing",
        "'{0}' {1}, and would do so again each time that the aggregate is loaded: raise both events in the command");
}
