using System.Runtime.CompilerServices;
using Foldstream.Generators;
using Foldstream.TestKit;

namespace Foldstream.Analyzers.Tests;

internal static class TestSetup
{
    [ModuleInitializer]
    internal static void UseGeneratorsInSources() => RuleTestDefaults.Options = new CompileOptions
    {
        Generators = () => [new EventJsonGenerator(), new AggregateGenerator(), new DeciderGenerator(), new FoldGenerator(), new ProjectionGenerator(), new SubscriptionGenerator()],
    };
}
