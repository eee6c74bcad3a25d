namespace Foldstream.Generators.Tests;

/// <summary>A project that uses the generators as a user's does.</summary>
internal static class GeneratorSetup
{
    public static CompileOptions Options { get; } = new()
    {
        Generators = () => [new AggregateGenerator(), new DeciderGenerator(), new FoldGenerator(), new EventJsonGenerator()],
    };
}
