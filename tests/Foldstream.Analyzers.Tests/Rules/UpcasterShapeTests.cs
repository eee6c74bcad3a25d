using Foldstream.Generators;
using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.UpcasterShapeRule, Foldstream.CodeFixes.UpcasterShapeFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UpcasterShapeTests
{
    public static TheoryData<string, string> WrongShapes => new()
    {
        { "[Upcast] public Placed [|From|](PlacedV1 old) => new();", "it is not static: add 'static'" },
        { "[Upcast] private static Placed [|From|](PlacedV1 old) => new();", "generated code cannot call it: make it internal or public" },
        { "[Upcast] public static Placed [|From|]<T>(PlacedV1 old) => new();", "it has type parameters: write it for one type" },
        { "[Upcast] public static Placed [|From|]() => new();", "it does not take one older version by value: take a type marked with [Event], or a JsonObject" },
        { "[Upcast] public static Placed [|From|](ref PlacedV1 old) => new();", "it does not take one older version by value: take a type marked with [Event], or a JsonObject" },
        { "[Upcast] public static Placed [|From|](string old) => new();", "it does not take one older version by value: take a type marked with [Event], or a JsonObject" },
        { "[Upcast] public static string [|From|](PlacedV1 old) => \"\";", "it does not give a newer version: return a type marked with [Event], or a JsonObject, and not a Task of it" },
        { "[Upcast] public static Task<Placed> [|From|](PlacedV1 old) => null!;", "it does not give a newer version: return a type marked with [Event], or a JsonObject, and not a Task of it" },
        { "[Upcast] public static JsonObject [|From|](PlacedV1 old) => new();", "it gives JSON although it takes a type: return the type of the next version" },
        { "[Upcast] public static Placed [|From|](Other old) => new();", "it takes or gives an event that is not stored as 'placed': give all versions that name" },
        { "[Upcast] public static JsonObject [|From|](JsonObject old) => old;", "it takes JSON and does not say of which version: write [Upcast(from: …)]" },
        { "[Upcast(from: 1)] public static Placed [|From|](PlacedV1 old) => new();", "'PlacedV1' has a version already: write [Upcast]" },
    };

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public async Task A_wrong_shape_is_explained(string method, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(Placed(method));

        Assert.EndsWith($"is no upcaster, because {reason}", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_outside_of_events_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(Placed("") + " static class Steps { [Upcast] public static Placed [|From|](PlacedV1 old) => new(); }");

        Assert.Equal(["'Steps.From(PlacedV1)' is no upcaster, because 'Steps' is not marked with [Event]: move it to the event"], found.Messages());
    }

    [Fact]
    public async Task A_version_of_another_assembly_is_found()
    {
        var found = await Library.Of("namespace Shared; [Foldstream.Event(\"placed\")] public sealed record PlacedV1;").AnalyzeAsync(
            new UpcasterShapeRule(),
            "using Foldstream; [Event(\"placed\", Version = 2)] public sealed record Placed { [Upcast] public static Placed From(Shared.PlacedV1 old) => new(); }");

        Assert.EndsWith("another assembly: keep all versions of an event in one", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_among_them()
    {
        // The two that need a project of another shape have a test of their own.
        Assert.Equal(Enum.GetValues<UpcasterProblem>().Length - 3, WrongShapes.Select(row => row.Data.Item2).Distinct().Count());
    }

    [Theory]
    [InlineData("[Upcast] public Placed [|From|](PlacedV1 old) => new();", "[Upcast] public static Placed From(PlacedV1 old) => new();")]
    [InlineData("[Upcast] private static Placed [|From|](PlacedV1 old) => new();", "[Upcast] internal static Placed From(PlacedV1 old) => new();")]
    [InlineData("[Upcast] static Placed [|From|](PlacedV1 old) => new();", "[Upcast] internal static Placed From(PlacedV1 old) => new();")]
    [InlineData("[Upcast] Placed [|From|](PlacedV1 old) => new();", "[Upcast] internal static Placed From(PlacedV1 old) => new();")]
    [InlineData("[Upcast(from: 1)] public static Placed [|From|](PlacedV1 old) => new();", "[Upcast] public static Placed From(PlacedV1 old) => new();")]
    public async Task What_needs_no_new_body_is_fixed(string method, string fixedMethod) => await Verify.VerifyCodeFixAsync(Placed(method), Placed(fixedMethod));

    [Fact]
    public async Task Upcasters_of_every_form_are_left_alone() => await Verify.VerifyAnalyzerAsync(Placed(
        "[Upcast] internal static Placed From(in PlacedV1 old) => new(); [Upcast(from: 1)] public static JsonObject ToV2(JsonObject? old) => old!; [Upcast(1)] public static Placed FromJson(JsonObject old) => new();"));

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        Placed("\n#pragma warning disable FS0024\n[Upcast] public static Placed From() => new();\n"));

    private static string Placed(string members) =>
        $$"""
        using Foldstream;
        using System.Text.Json.Nodes;
        [Event("placed")] public sealed record PlacedV1;
        [Event("other")] public sealed record Other;
        [Event("placed", Version = 2)] public sealed record Placed { {{members}} }
        """;
}
