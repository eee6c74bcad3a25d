using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A handler, decision or upcaster that reads or changes what is outside of the program.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InputOutputRule() : PurityRule(Descriptor, ImpurityKind.InputOutput)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.InputOutput,
        "Handlers, decisions and upcasters touch nothing outside",
        "'{0}' runs again whenever the stream is read, and {1}: do that before the command is given, or after its events are stored");
}
