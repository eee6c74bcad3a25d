using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using VerifyToy = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.TestKit.Tests.ToyAnalyzer, Foldstream.TestKit.Tests.ToyCodeFix>;

namespace Foldstream.TestKit.Tests;

public sealed class CodeFixVerificationTests
{
    [Fact]
    public async Task Another_outcome_than_the_expected_fails_with_both_texts()
    {
        var message = await Failure.OfAsync(() => VerifyToy.VerifyCodeFixAsync("class [|bad|];", "class Other;"));

        Assert.Contains("Expected:\nclass Other;\nActual:\nclass Bad;", message);
    }

    [Fact]
    public async Task A_fix_that_fixes_nothing_fails()
    {
        var message = await Failure.OfAsync(() => VerifyToy.VerifyCodeFixAsync("class [|broken|];", "class Broken;"));

        Assert.Contains("\"Capitalize\" did not fix Test0.cs(1,7)-(1,13)", message);
    }

    [Fact]
    public async Task Source_without_anything_to_fix_fails() =>
        Assert.Contains("fixable by ToyCodeFix", await Failure.OfAsync(() => VerifyToy.VerifyCodeFixAsync("class Good;", "class Good;")));

    [Fact]
    public async Task Fixed_source_that_does_not_compile_fails()
    {
        var message = await Failure.OfAsync(() => VerifyToy.VerifyCodeFixAsync("class [|bad|] { bad? Next; }", "class Bad { bad? Next; }"));

        Assert.Contains("The diagnostics of the fixed source are not as marked", message);
        Assert.Contains("error CS0246", message);
    }

    [Fact]
    public async Task An_action_that_is_not_offered_fails_with_the_titles_that_are() =>
        Assert.Contains("\"Capitalize\", \"CapitalizeType\"", await Failure.OfAsync(() => VerifyToy.VerifyCodeFixAsync("class [|bad|];", "class Bad;", 2)));

    [Fact]
    public async Task The_action_is_chosen_by_its_index()
    {
        await VerifyToy.VerifyCodeFixAsync("class [|bad|];", "class Bad;");
        await VerifyToy.VerifyCodeFixAsync("class [|bad|];", "class BadType;", codeActionIndex: 1);
    }

    [Fact]
    public async Task Diagnostics_are_fixed_one_after_the_other_until_those_that_stay_marked() =>
        await VerifyToy.VerifyCodeFixAsync("class [|one|]; class [|two|]; class [|three|];", "class One; class Two; class [|three|];");

    [Fact]
    public async Task Files_that_are_not_listed_stay_as_they_were()
    {
        SourceFile[] sources = [new("One.cs", "class [|one|];"), new("Two.cs", "class Two;")];

        await VerifyToy.VerifyCodeFixAsync(sources, [new SourceFile("One.cs", "class One;")]);
    }

    [Fact]
    public async Task Fix_all_stays_in_the_document_of_the_first_diagnostic_or_takes_the_project()
    {
        SourceFile[] sources = [new("One.cs", "class [|one|]; class [|two|];"), new("Three.cs", "class [|three|];")];
        SourceFile one = new("One.cs", "class One; class Two;");
        SourceFile three = new("Three.cs", "class Three;");

        await VerifyToy.VerifyFixAllAsync([sources[0]], [one], FixAllScope.Document);
        await VerifyToy.VerifyFixAllAsync(sources, [one, three], FixAllScope.Project);
        Assert.Contains("Three.cs is not as expected", await Failure.OfAsync(() => VerifyToy.VerifyFixAllAsync(sources, [one, three], FixAllScope.Document)));
    }

    [Fact]
    public async Task A_fix_without_fix_all_fails() =>
        Assert.Contains("offers no fix-all for the scope Document", await Failure.OfAsync(() =>
            CSharpCodeFixVerifier<ToyAnalyzer, OneByOne>.VerifyFixAllAsync("class [|bad|];", "class Bad;")));

    [Fact]
    public async Task Fixed_source_that_leaves_everything_marked_fails() =>
        Assert.Contains("nothing would be fixed", await Failure.OfAsync(() => VerifyToy.VerifyCodeFixAsync("class [|bad|];", "class [|bad|];")));

    [Fact]
    public async Task A_fix_sees_generated_members_and_its_outcome_may_use_them()
    {
        var test = new RuleTest(new ToyAnalyzer(), new SeesGenerated()) { Options = ToyGenerator.Options };
        const string Source = "[Greeter] partial class [|account|] { string M() => Greet(); }";
        SourceFile[] outcome = [new("Test1.cs", "[Greeter] partial class Account { string M() => Greet(); }")];

        await test.VerifyCodeFixAsync([ToyGenerator.Attribute, Source], outcome, cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_that_the_fix_adds_has_to_be_expected()
    {
        await CSharpCodeFixVerifier<ToyAnalyzer, AddsFile>.VerifyCodeFixAsync(["class [|bad|];"], ["class Bad;", new SourceFile("Added.cs", "class Added;")]);

        Assert.Contains("not expected: Added.cs", await Failure.OfAsync(() => CSharpCodeFixVerifier<ToyAnalyzer, AddsFile>.VerifyCodeFixAsync("class [|bad|];", "class Bad;")));
        Assert.Contains("did not create Added.cs", await Failure.OfAsync(() => VerifyToy.VerifyCodeFixAsync(["class [|bad|];"], ["class Bad;", new SourceFile("Added.cs", "class Added;")])));
    }

    private sealed class OneByOne : ToyCodeFix
    {
        public override FixAllProvider? GetFixAllProvider() => null;
    }

    private sealed class SeesGenerated : ToyCodeFix
    {
        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken);
            if (compilation!.SyntaxTrees.Any(tree => tree.ToString().Contains("\"TestProject: \"", StringComparison.Ordinal)))
                await base.RegisterCodeFixesAsync(context);
        }
    }

    private sealed class AddsFile : ToyCodeFix
    {
        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(CodeAction.Create("Add", async cancellationToken =>
            {
                var text = (await context.Document.GetTextAsync(cancellationToken)).ToString().Replace("bad", "Bad", StringComparison.Ordinal);
                return context.Document.WithText(SourceText.From(text)).Project.AddDocument("Added.cs", "class Added;").Project.Solution;
            }, equivalenceKey: "add"), context.Diagnostics);
            return Task.CompletedTask;
        }
    }
}
