using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.DeadUpcasterRule, Foldstream.CodeFixes.DeadUpcasterFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class DeadUpcasterTests
{
    [Theory]
    [InlineData("[Event(\"placed\")]", 1, "[Event(\"placed\", Version = 2)]")]
    [InlineData("[Event(\"placed\", Version = 2)]", 2, "[Event(\"placed\", Version = 3)]")]
    public async Task The_version_of_the_event_is_raised(string attribute, int from, string raised) => await Verify.VerifyCodeFixAsync(
        Placed(attribute, $"[Upcast(from: {from})] public static JsonObject [|ToNext|](JsonObject old) => old;"),
        Placed(raised, $"[Upcast(from: {from})] public static JsonObject ToNext(JsonObject old) => old;"));

    [Fact]
    public async Task A_version_below_one_is_found_and_not_fixed()
    {
        var found = await Verify.VerifyAnalyzerAsync(Placed("[Event(\"placed\", Version = 2)]", "[Upcast(from: 0)] public static JsonObject [|ToV1|](JsonObject old) => old;"));

        Assert.Equal(
            ["Nothing is read through 'Placed.ToV1(JsonObject)', because it starts from version 0 of 'placed', and versions start at 1: name the version that it takes"],
            found.Messages());
    }

    [Fact]
    public async Task The_newest_version_is_told()
    {
        var found = await Verify.VerifyAnalyzerAsync(Placed("[Event(\"placed\", Version = 2)]", "[Upcast(from: 4)] public static JsonObject [|ToV5|](JsonObject old) => old;"));

        Assert.Equal(
            ["Nothing is read through 'Placed.ToV5(JsonObject)', because it starts from version 4 of 'placed', and 'Placed' is version 2: raise that to 5, or remove the upcaster"],
            found.Messages());
    }

    [Fact]
    public async Task Steps_of_a_chain_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Placed("[Event(\"placed\", Version = 3)]", "[Upcast(from: 1)] public static JsonObject ToV2(JsonObject old) => old; [Upcast(from: 2)] public static Placed From(JsonObject old) => new();"));

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        Placed("[Event(\"placed\")]", "\n#pragma warning disable FS0022\n[Upcast(from: 1)] public static JsonObject ToV2(JsonObject old) => old;\n"));

    private static string Placed(string attribute, string members) =>
        $"using Foldstream; using System.Text.Json.Nodes; {attribute} public sealed record Placed {{ {members} }}";
}
