using System.Globalization;
using Foldstream.Generators;
using Foldstream.TestKit;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers.Tests;

/// <summary>What <c>dotnet build</c> prints: an error in a declaration, of the user's or of generated code, would hide every rule.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Every_rule_is_printed_where_its_page_breaks_it()
    {
        using var library = new TemporaryLibrary();
        SourceFile[] sources =
        [
            new("Usings.cs", "global using Foldstream;"),
            .. OfOneProject.Select(id => new SourceFile($"{id}.cs", $"namespace {id}\n{{\n{new RulePage(id).Code[0]}}}\n")),
            new($"{RuleIds.MissingConverter}.cs", "[Aggregate(\"far\")] public partial class Far { void Apply(Shared.Opened e) { } }"),
            new($"{RuleIds.TakenModelName}.cs", "namespace TestProject; public static class TestProjectEvents;"),
            new("Decider.cs", NotPartialDecider),
        ];

        var result = await Build(library.Path).RunAsync(sources, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, result.ExitCode);
        Assert.All(AllRules.Ids.Where(id => !NeedsBaseline(id)), id => Assert.Contains(result.Diagnostics, printed => printed.Id == id && printed.Origin == $"{id}.cs" && printed.Severity == Severity(id)));
        Assert.Equal([RuleIds.NotPartial], Printed(result, "Decider.cs"));
        Assert.Equal([RuleIds.UnhandledEvent], Printed(result, $"{RuleIds.UnhandledEvent}.cs"));
        Assert.DoesNotContain(result.Diagnostics, printed => printed.Id.StartsWith("FS", StringComparison.Ordinal) && printed.Severity != Severity(printed.Id));
    }

    [Fact]
    public async Task Nothing_is_printed_where_all_is_right()
    {
        SourceFile[] sources =
        [
            new("Usings.cs", "global using Foldstream;"),
            .. OfOneProject.Select(id => new SourceFile($"{id}.cs", $"namespace {id}\n{{\n{new RulePage(id).Code[1]}}}\n")),
        ];

        var result = await Build().RunAsync(sources, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(result.Diagnostics, printed => printed.Severity == "error" || printed.Id.StartsWith("FS", StringComparison.Ordinal));
    }

    // A decision names the generated type in its declaration: the case that is hidden most easily.
    private const string NotPartialDecider =
        """
        namespace Deciders;
        [Event("tea-drunk")] public sealed record TeaDrunk;
        public sealed record Drink;
        [Decider("tea")] public sealed record Tea(int Cups)
        {
            public static Tea InitialState => new(0);
            public static Events Decide(Drink command, Tea state) => [new TeaDrunk()];
            private static Tea Evolve(Tea state, TeaDrunk e) => state with { Cups = state.Cups + 1 };
        }
        """;

    // What breaks the others is the project: what it refers to, what it is called.
    private static IEnumerable<string> OfOneProject => AllRules.Ids.Where(id => id is not (RuleIds.MissingConverter or RuleIds.TakenModelName) && !NeedsBaseline(id));

    // The tests of the package's targets print those.
    private static bool NeedsBaseline(string id) => new RulePage(id).Baselines.FirstOrDefault() is not null;

    private static string Severity(string id) =>
        AllRules.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Single(rule => rule.Id == id).DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning";

    private static IEnumerable<string> Printed(CommandLineBuildResult result, string file) =>
        result.Diagnostics.Where(printed => printed.Origin == file).Select(printed => printed.Id);

    private static CommandLineBuild Build(params string[] references) => new()
    {
        References = [typeof(EventAttribute).Assembly.Location, .. references],
        Analyzers = [typeof(AggregateGenerator).Assembly.Location, typeof(RuleIds).Assembly.Location],
    };

    /// <summary>An assembly with an event that was built without the generator.</summary>
    private sealed class TemporaryLibrary : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("foldstream-library-");

        public TemporaryLibrary()
        {
            var options = new CompileOptions { AssemblyName = "Shared" };
            var compilation = Compile.Sources(options, "namespace Shared; [Foldstream.Event(\"far-opened\")] public sealed record Opened;");
            var emitted = compilation.Emit(Path, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))));
        }

        public string Path => System.IO.Path.Combine(_folder.FullName, "Shared.dll");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
