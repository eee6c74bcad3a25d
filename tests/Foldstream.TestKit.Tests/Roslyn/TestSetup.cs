using System.Runtime.CompilerServices;

namespace Foldstream.TestKit.Tests;

internal static class TestSetup
{
    [ModuleInitializer]
    internal static void UseXunitInSources() => RuleTestDefaults.Options = new CompileOptions { References = [typeof(Assert).Assembly] };
}
