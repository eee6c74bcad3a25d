using VerifyToy = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.TestKit.Tests.ToyAnalyzer>;

namespace Foldstream.TestKit.Tests;

public sealed class AnalyzerVerificationTests
{
    [Fact]
    public async Task A_diagnostic_that_is_marked_but_not_reported_fails_with_its_position()
    {
        var message = await Failure.OfAsync(() => VerifyToy.VerifyAnalyzerAsync("class {|TOY001:Good|};"));

        Assert.Contains("Expected, but not reported:\n  Test0.cs(1,7)-(1,11): TOY001 on: Good", message);
        Assert.Contains("All that was reported: none", message);
    }

    [Fact]
    public async Task A_diagnostic_that_is_reported_but_not_marked_fails_with_its_message()
    {
        var message = await Failure.OfAsync(() => VerifyToy.VerifyAnalyzerAsync("class bad;"));

        Assert.Contains("Reported, but not expected:\n  Test0.cs(1,7)-(1,10): warning TOY001: Call it Bad", message);
    }

    [Fact]
    public async Task A_diagnostic_at_another_place_fails() =>
        await Failure.OfAsync(() => VerifyToy.VerifyAnalyzerAsync("{|TOY001:class|} bad;"));

    [Fact]
    public async Task Source_that_does_not_compile_fails()
    {
        var message = await Failure.OfAsync(() => VerifyToy.VerifyAnalyzerAsync("class Good { Missing field; }"));

        Assert.Contains("error CS0246", message);
    }

    [Fact]
    public async Task Allowed_and_marked_compiler_errors_pass()
    {
        await VerifyToy.VerifyAnalyzerAsync("class [|bad|] { Missing Property { get; set; } }", "CS0246", "CS8618");
        await VerifyToy.VerifyAnalyzerAsync("class [|bad|] { void M({|CS0246:Missing|} m) { } }");
    }

    [Fact]
    public async Task Both_kinds_of_marks_pass_and_the_reported_diagnostics_are_returned()
    {
        var reported = await VerifyToy.VerifyAnalyzerAsync("class {|TOY001:bad|} { class [|worse|]; }");

        Assert.Equal(["Call it Bad", "Call it Worse"], reported.Select(diagnostic => diagnostic.GetMessage(null)));
    }

    [Fact]
    public async Task Marks_are_found_in_each_of_several_files() =>
        await VerifyToy.VerifyAnalyzerAsync(["class [|one|];", new SourceFile("Two.cs", "class [|two|] { one? Other; }")], "CS0169");

    [Theory]
    [InlineData("class [|bad;", "not closed")]
    [InlineData("class {|bad|};", "not followed by the id")]
    public async Task Malformed_marks_are_refused(string source, string problem)
    {
        var exception = await Assert.ThrowsAsync<FormatException>(() => VerifyToy.VerifyAnalyzerAsync(source));

        Assert.Contains(problem, exception.Message);
    }

    [Fact]
    public async Task Sources_may_use_generated_members()
    {
        SourceFile[] sources = [ToyGenerator.Attribute, "[Greeter] partial class [|greeter|] { string M() => Greet(); }"];

        await new RuleTest(new ToyAnalyzer()) { Options = ToyGenerator.Options }.VerifyAnalyzerAsync(sources, TestContext.Current.CancellationToken);
        await Failure.OfAsync(() => VerifyToy.VerifyAnalyzerAsync(sources));
    }

    [Fact]
    public async Task The_verifiers_use_the_options_that_the_test_assembly_has_set() =>
        await VerifyToy.VerifyAnalyzerAsync("class Good { void M() => Xunit.Assert.True(true); }");

    [Fact]
    public async Task A_generator_that_throws_fails_the_test()
    {
        var test = new RuleTest(new ToyAnalyzer()) { Options = ToyGenerator.Options };

        var message = await Failure.OfAsync(() => test.VerifyAnalyzerAsync([ToyGenerator.Attribute, "[Greeter] partial class Boom;"], TestContext.Current.CancellationToken));

        Assert.Contains("CS8785", message);
    }
}
