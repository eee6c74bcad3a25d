using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.Benchmarks;

/// <summary>A compilation of many events, and an aggregate for every five of them, under one driver that remembers.</summary>
internal sealed class SampleSolution
{
    private const int EventsOfAnAggregate = 5;

    private readonly CSharpCompilation compilation;
    private readonly GeneratorDriver fresh;
    private readonly SyntaxTree unrelated;
    private readonly SyntaxTree handler;
    private GeneratorDriver driver;
    private int edits;

    public SampleSolution(int events, params IIncrementalGenerator[] generators)
    {
        unrelated = Parse(Unrelated(0));
        handler = Parse(Aggregate(0, 0));
        var trees = Enumerable.Range(0, events).Select(index => Parse(Event(index)))
            .Concat(Enumerable.Range(1, (events / EventsOfAnAggregate) - 1).Select(index => Parse(Aggregate(index, 0))))
            .Append(unrelated)
            .Append(handler);
        compilation = CSharpCompilation.Create("Sample", trees, References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        fresh = CSharpGeneratorDriver.Create(generators.Select(generator => generator.AsSourceGenerator()));
        driver = fresh.RunGenerators(compilation);
    }

    /// <summary>Runs everything with nothing remembered.</summary>
    public void RunCold() => fresh.RunGenerators(compilation);

    /// <summary>A keystroke in a file without events.</summary>
    public void EditUnrelated() => Edit(unrelated, Unrelated(++edits));

    /// <summary>A keystroke in the body of a handler.</summary>
    public void EditHandler() => Edit(handler, Aggregate(0, ++edits));

    private void Edit(SyntaxTree tree, string text) => driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, Parse(text)));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text);

    private static string Unrelated(int number) => $"namespace Sample {{ class Unrelated {{ int Number() => {number}; }} }}";

    private static string Event(int index) =>
        $"namespace Sample {{ [Foldstream.Event(\"happened-{index}\")] public sealed record Happened{index}"
        + "(System.Guid Id, string Name, decimal Amount, int Count, System.DateTimeOffset At, bool Flag, string Note, long Number); }";

    private static string Aggregate(int index, int number)
    {
        var handlers = Enumerable.Range(index * EventsOfAnAggregate, EventsOfAnAggregate)
            .Select(handled => $"private void Apply(Happened{handled} e) => total += e.Count + {number};");
        return $"namespace Sample {{ [Foldstream.Aggregate(\"thing-{index}\")] public partial class Thing{index} {{ private long total; {string.Join(' ', handlers)} }} }}";
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Foldstream.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
}
