using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit.Tests;

public sealed class CommandLineBuildTests
{
    [Fact]
    public async Task The_printed_errors_and_warnings_are_read_and_a_good_project_builds()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var build = new CommandLineBuild { References = [typeof(Assert).Assembly.Location] };

        var bad = await build.RunAsync([new SourceFile("Bad.cs", "class Bad\n{\n    Missing? Field;\n}")], cancellationToken);
        var warned = await build.RunAsync(["class Warned { void M() { int unused = 1; Xunit.Assert.True(true); } }"], cancellationToken);

        Assert.NotEqual(0, bad.ExitCode);
        Assert.Contains(new BuildDiagnostic("error", "CS0246", "The type or namespace name 'Missing' could not be found (are you missing a using directive or an assembly reference?)", "Bad.cs", 3), bad.Diagnostics);
        Assert.True(warned.ExitCode == 0, warned.Output);
        Assert.Equal(["CS0219"], warned.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Generators_and_analyzers_work_in_the_build()
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-generator-");
        try
        {
            var build = new CommandLineBuild { Analyzers = [CompiledGenerator(folder.FullName)] };

            var result = await build.RunAsync(["class UsesGenerated : Generated;"], TestContext.Current.CancellationToken);

            Assert.True(result.ExitCode == 0, result.Output);
            Assert.Empty(result.Diagnostics);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_reference_that_does_not_exist_is_named() =>
        Assert.Contains("Analyzer /absent.dll", (await Assert.ThrowsAsync<FileNotFoundException>(() =>
            new CommandLineBuild { Analyzers = ["/absent.dll"] }.RunAsync([], TestContext.Current.CancellationToken))).Message);

    // The toy generator cannot be used: the compiler finds no test kit beside it.
    private static string CompiledGenerator(string folder)
    {
        var path = Path.Combine(folder, "Generator.dll");
        var options = new CompileOptions { References = [typeof(GeneratorAttribute).Assembly], AssemblyName = "Generator" };
        var compilation = Compile.Sources(options,
            """
            using Microsoft.CodeAnalysis;

            [Generator]
            public sealed class Generator : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) =>
                    context.RegisterPostInitializationOutput(output => output.AddSource("Generated.g.cs", "class Generated;"));
            }
            """);
        Assert.True(compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken).Success);
        return path;
    }
}
