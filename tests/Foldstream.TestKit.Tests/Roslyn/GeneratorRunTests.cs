using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit.Tests;

public sealed class GeneratorRunTests
{
    private const string Greeter = "[Greeter] partial class Account { public string? Owner { get; set; } }";

    [Fact]
    public void Generated_code_is_compiled_with_the_sources()
    {
        var run = Run(Greeter, "class Caller { string Call(Account account) => account.Greet(); }").AssertCompiles();

        Assert.Contains("\"TestProject: Owner\"", run.Generated("Account.g.cs"));
    }

    [Fact]
    public void Output_that_does_not_compile_fails_with_the_errors() =>
        Assert.Contains("Test1.cs(1,14)-(1,20): error CS0246", Failure.Of(() => Run("class Plain {Absent? Field; }").AssertCompiles()));

    [Fact]
    public void A_generator_that_throws_does_not_pass_for_compiling() =>
        Assert.Contains("CS8785", Failure.Of(() => Run("[Greeter] partial class Boom;").AssertCompiles()));

    [Fact]
    public void A_file_that_was_not_generated_is_named_beside_those_that_were() =>
        Assert.Contains("but: Account.g.cs", Assert.Throws<ArgumentException>(() => Run(Greeter).Generated("Other.g.cs")).Message);

    [Fact]
    public void Options_reach_the_compilation_and_the_generator()
    {
        var options = ToyGenerator.Options with { RootNamespace = "Bank", AssemblyName = "Bank.Core", OutputKind = OutputKind.ConsoleApplication, Nullable = false, ImplicitUsings = false };

        var run = Compile.Generate(options, ToyGenerator.Attribute, "[Greeter] partial class Account { string text = null; static void Main() { } }").AssertCompiles();

        Assert.Contains("\"Bank: \"", run.Generated("Account.g.cs"));
        Assert.Equal("Bank.Core", run.Output.AssemblyName);
        Assert.NotNull(run.Output.GetEntryPoint(TestContext.Current.CancellationToken));
        Assert.Contains("CS0103", Failure.Of(() => run.WithSource("More.cs", "class More { void M() => Console.WriteLine(); }").AssertCompiles()));
    }

    [Fact]
    public void Build_properties_reach_the_generator_and_an_absent_root_namespace_does_not()
    {
        var absent = ToyGenerator.Options with { RootNamespace = null };
        var other = absent with { BuildProperties = new Dictionary<string, string> { ["RootNamespace"] = "Other" } };

        Assert.Contains("\"none: ", Compile.Generate(absent, ToyGenerator.Attribute, Greeter).Generated("Account.g.cs"));
        Assert.Contains("\"Other: ", Compile.Generate(other, ToyGenerator.Attribute, Greeter).Generated("Account.g.cs"));
    }

    [Fact]
    public void Assemblies_of_the_caller_can_be_used()
    {
        const string Source = "class UsesXunit { void M() => Xunit.Assert.True(true); }";

        Compile.Generate(new CompileOptions { References = [typeof(Assert).Assembly] }, Source).AssertCompiles();
        Failure.Of(() => Compile.Generate(new CompileOptions(), Source).AssertCompiles());
    }

    [Fact]
    public void An_unrelated_edit_leaves_the_model_unchanged_and_the_outputs_cached()
    {
        var edited = Run(Greeter).WithSource("Unrelated.cs", "class Unrelated;");

        edited.AssertModelUnchanged("Greeters").AssertOutputsCached();
        Failure.Of(() => edited.AssertModelModified("Greeters"));
        Failure.Of(() => edited.AssertOutputsModified());
    }

    [Fact]
    public void A_real_edit_modifies_the_model_and_the_outputs()
    {
        var edited = Run(Greeter).Replace("Owner", "Holder");

        edited.AssertModelModified("Greeters").AssertOutputsModified();
        Assert.Equal([IncrementalStepRunReason.Modified], edited.GetTrackedSteps("Greeters"));
        Assert.Contains("should be Unchanged, but is: Modified", Failure.Of(() => edited.AssertModelUnchanged("Greeters")));
        Assert.Contains("should be Cached, but are: Modified", Failure.Of(() => edited.AssertOutputsCached()));
    }

    [Fact]
    public void A_step_that_did_not_run_again_is_no_proof_of_an_equal_model() =>
        Assert.Contains("proves nothing", Failure.Of(() => Run(Greeter).WithSource("Unrelated.cs", "class Unrelated;").AssertModelUnchanged("RootNamespace")));

    [Fact]
    public void A_step_that_nobody_tracks_is_refused() =>
        Assert.Contains("Greeters", Assert.Throws<ArgumentException>(() => Run(Greeter).GetTrackedSteps("Absent")).Message);

    [Theory]
    [InlineData("Absent")]
    [InlineData("Account")]
    public void Code_to_replace_has_to_occur_exactly_once(string code) =>
        Assert.Throws<ArgumentException>(() => Run(Greeter, "class Caller { Account? Field; }").Replace(code, "Other"));

    [Fact]
    public void Code_without_outputs_is_no_proof_of_caching() =>
        Assert.Contains("nothing to be cached", Failure.Of(() => Run("class Plain;").AssertOutputsCached()));

    private static GeneratorRun Run(params SourceFile[] sources) => Compile.Generate(ToyGenerator.Options, [ToyGenerator.Attribute, .. sources]);
}
