using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.BackwardUpcasterRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class BackwardUpcasterTests
{
    [Fact]
    public async Task Steps_back_and_steps_on_the_spot_are_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            using System.Text.Json.Nodes;
            [Event("placed")] public sealed record PlacedV1;
            [Event("placed", Version = 2)] public sealed record Other;
            [Event("placed", Version = 2)]
            public sealed record Placed
            {
                [Upcast] public static Placed From(PlacedV1 old) => new();
                [Upcast] public static PlacedV1 [|Back|](Placed current) => new();
                [Upcast] public static Placed [|Stay|](Other other) => new();
                [Upcast(from: 3)] public static Placed [|FromNewer|](JsonObject newer) => new();
            }
            """);

        Assert.Contains(
            "'Placed.Back(Placed)' leads from version 2 of 'placed' to version 1: give 'PlacedV1' a higher version than 2, or remove the upcaster", found.Messages());
    }

    [Fact]
    public async Task Steps_up_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        using System.Text.Json.Nodes;
        [Event("placed", Version = 3)]
        public sealed record Placed
        {
            [Upcast(from: 1)] public static JsonObject ToV2(JsonObject v1) => v1;
            [Upcast(from: 2)] public static Placed From(JsonObject v2) => new();
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("placed")] public sealed record PlacedV1;
        #pragma warning disable FS0021
        [Event("placed", Version = 2)] public sealed record Placed { [Upcast] public static PlacedV1 Back(Placed current) => new(); }
        """);
}
