using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler, decision or upcaster that reads or changes static state.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaticStateRule() : PurityRule(Descriptor, ImpurityKind.StaticState)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.StaticState,
        "Handlers, decisions and upcasters use no static state",
        "'{0}' depends on more than it is given, because it {1}: make that a constant, or let the event or the command carry it");
}
