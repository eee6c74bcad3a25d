using Foldstream.Generators;
using Foldstream.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers.Tests;

/// <summary>Where the generator is silent, a rule speaks.</summary>
public sealed class ServabilityTests
{
    public static TheoryData<string> Unservable =>
    [
        "[Event(\"\")] record Subject;",
        "[Event(\"a\\nb\")] record Subject;",
        "[Event] record Subject;",
        "[Event(\"x\", Version = 0)] record Subject;",
        "[Event(\"x\")] abstract record Subject;",
        "[Event(\"x\")] static class Subject;",
        "[Event(\"x\")] ref struct Subject;",
        "[Event(\"x\")] record Subject<T>;",
        "class Around<T> { [Event(\"x\")] public record Subject; }",
        "[Event(\"x\")] file record Subject;",
        "class Around { [Event(\"x\")] private record Subject; }",
        "class Around { [Event(\"x\")] protected record Subject; }",
        "class Around { [Event(\"x\")] private protected record Subject; }",
        "class Around { private class Inner { [Event(\"x\")] public record Subject; } }",
        "[Event(\"x\")] record Subject(object Anything);",
        "[Event(\"x\")] record Subject; class SubjectJsonConverter;",
        "class Outer { [Event(\"x\")] public record Subject; } [Event(\"y\")] record Outer_Subject;",
        "[Aggregate(\"\")] partial class Subject;",
        "[Aggregate(null!)] partial class Subject;",
        "[Aggregate] partial class Subject;",
        "[Aggregate(\"x\")] class Subject;",
        "class Around { [Aggregate(\"x\")] public partial class Subject; }",
        "[Aggregate(\"x\")] partial record Subject;",
        "[Aggregate(\"x\")] static partial class Subject;",
        "[Aggregate(\"x\")] abstract partial class Subject;",
        "[Aggregate(\"x\")] partial class Subject<T>;",
        "partial class Around<T> { [Aggregate(\"x\")] public partial class Subject; }",
        "[Aggregate(\"x\")] file partial class Subject;",
        "[Aggregate(\"x\")] partial class Subject(int count) { int Count => count; }",
        "[Aggregate(\"x\")] partial class Subject { public required string Name { get; set; } }",
        "[Aggregate(\"x\")] partial class Subject { public string Id => \"\"; }",
        "class Base { public string Id => \"\"; } [Aggregate(\"x\")] partial class Subject : Base;",
        "[Aggregate(\"x\")] partial class Base; [Aggregate(\"y\")] partial class Subject : Base;",
        "[Decider(\"\")] partial record Subject { public static Subject InitialState => new(); }",
        "[Decider(\"x\")] record Subject { public static Subject InitialState => new(); }",
        "[Decider(\"x\")] partial record Subject;",
        "[Decider(\"x\")] static partial class Subject;",
        "[Decider(\"x\")] ref partial struct Subject { public static Subject InitialState => new(); }",
        "[Decider(\"x\")] partial record Subject<T> { public static Subject<T> InitialState => new(); }",
        "[Decider(\"x\")] file partial record Subject { public static Subject InitialState => new(); }",
        "[Decider(\"x\")] partial record Subject { public static Subject InitialState => new(); public int Events => 0; }",
        "[Event(\"x\")] record Opened; [Subscription(\"X\")] partial class Subject { void Handle(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Subscription(\"x\", Category = \"\")] partial class Subject { void Handle(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Subscription(\"x\")] class Subject { void Handle(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Subscription(\"x\")] partial record Subject { void Handle(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Subscription(\"x\")] static partial class Subject { static void Handle(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Subscription(\"x\")] abstract partial class Subject { void Handle(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Subscription(\"x\")] partial class Subject<T> { void Handle(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Subscription(\"x\")] file partial class Subject { void Handle(Opened e) { } }",
        "[Subscription(\"x\")] partial class Subject;",
        "[Subscription(\"x\")] partial class Subject { void Handle(string text) { } }",
        "[Subscription(\"x\")] partial class Subject { void Handle(System.Collections.Generic.IReadOnlyList<TypedEvent> events) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"X\")] partial class Subject { [Key] static string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\", Category = \"\")] partial class Subject { [Key] static string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\", Of = typeof(string))] partial class Subject { void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\")] class Subject { [Key] static string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\")] partial record Subject { [Key] static string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\")] partial class Subject { void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\")] partial class Subject { [Key] string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\")] partial class Subject { int Fields; [Key] static string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\")] partial class Subject { object anything = 1; [Key] static string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projection(\"x\")] partial class Subject { int _a; int a; [Key] static string By(Opened e) => \"\"; void Apply(Opened e) { } }",
        "[Event(\"x\")] record Opened; interface I; interface J; [Event(\"y\")] record Shut : I, J; [Projection(\"x\")] partial class Subject { [Key] static string By(I e) => \"\"; [Key] static string By(J e) => \"\"; void Apply(Shut e) { } }",
        "[Projection(\"x\")] partial class Subject;",
        "class Base { [Event(\"x\")] public record Opened; } [Projection(\"y\")] partial class Above { [Key] static string By(Base.Opened e) => \"\"; void Apply(Base.Opened e) { } } [Projection(\"x\")] partial class Subject : Above { [Key] static string By(Base.Opened e) => \"\"; void Apply(Base.Opened e) { } }",
        "[Event(\"x\")] record Opened; [Projector(\"x\")] partial class Subject { void Project(Opened e) { } }",
    ];

    [Theory]
    [MemberData(nameof(Unservable))]
    public async Task What_the_generator_does_not_serve_is_explained_by_a_rule(string source)
    {
        var run = Generate(source);
        var subject = Subject(run.Input);

        var findings = await run.Output.WithAnalyzers([.. AllRules.Analyzers]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.False(IsServable(subject));
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.StartsWith("FS", finding.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_that_a_type_can_have_is_among_them()
    {
        var found = Unservable.Select(row => Subject(Generate(row.Data).Input)).Select(FindProblem).Distinct();

        Assert.Equal(Enum.GetValues<TypeProblem>(), found.Order());
    }

    private static bool IsServable(INamedTypeSymbol type) => Marked(type) switch
    {
        "EventAttribute" => EventShape.IsServable(type) && JsonShape.FindProblems(type).Count == 0,
        "AggregateAttribute" => AggregateShape.IsServable(type),
        "ProjectionAttribute" => ProjectionShape.IsServable(type),
        "SubscriptionAttribute" => SubscriptionShape.IsServable(type, SubscriberKind.Subscription),
        "ProjectorAttribute" => SubscriptionShape.IsServable(type, SubscriberKind.Projector),
        _ => DeciderShape.IsServable(type),
    };

    private static TypeProblem FindProblem(INamedTypeSymbol type) => Marked(type) switch
    {
        "EventAttribute" => EventShape.FindProblem(type),
        "AggregateAttribute" => AggregateShape.FindProblem(type),
        "ProjectionAttribute" => AggregateShape.FindProblem(type),
        "SubscriptionAttribute" or "ProjectorAttribute" => SubscriptionShape.FindProblem(type),
        _ => DeciderShape.FindProblem(type),
    };

    private static string Marked(INamedTypeSymbol type) => type.GetAttributes().Single().AttributeClass!.Name;

    private static GeneratorRun Generate(string source) => Compile.Generate(RuleTestDefaults.Options, "using Foldstream;\n" + source);

    private static INamedTypeSymbol Subject(CSharpCompilation compilation) =>
        (INamedTypeSymbol)compilation.GetSymbolsWithName("Subject", SymbolFilter.Type).Single();
}
