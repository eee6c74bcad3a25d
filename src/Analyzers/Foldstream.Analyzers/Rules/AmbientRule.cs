using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler, decision or upcaster that reads the clock, draws at random or makes an id.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AmbientRule() : PurityRule(Descriptor, ImpurityKind.Ambient)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.Ambient,
        "Time, chance and ids come as data",
        "'{0}' gives another result each time that it runs, because it {1}: take it from the event or the command");
}
