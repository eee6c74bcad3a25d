using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.DuplicateUpcasterRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class DuplicateUpcasterTests
{
    [Fact]
    public async Task Both_are_found_wherever_they_stand_and_name_each_other()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            using System.Text.Json.Nodes;
            [Event("placed")] public sealed record PlacedV1 { [Upcast] public static Placed [|ToNewest|](PlacedV1 old) => new(); }
            [Event("placed", Version = 2)] public sealed record Placed { [Upcast(from: 1)] public static JsonObject [|ToV2|](JsonObject v1) => v1; }
            """);

        Assert.Equal(
            [
                "'Placed.ToV2(JsonObject)' and 'PlacedV1.ToNewest(PlacedV1)' both start from version 1 of 'placed', and only one of them would be called: remove one of them",
                "'PlacedV1.ToNewest(PlacedV1)' and 'Placed.ToV2(JsonObject)' both start from version 1 of 'placed', and only one of them would be called: remove one of them",
            ],
            found.Messages().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Steps_from_different_versions_to_one_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("placed")] public sealed record PlacedV1;
        [Event("placed", Version = 2)] public sealed record PlacedV2;
        [Event("placed", Version = 3)]
        public sealed record Placed { [Upcast] public static Placed From(PlacedV1 old) => new(); [Upcast] public static Placed From(PlacedV2 old) => new(); }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("placed")] public sealed record PlacedV1;
        #pragma warning disable FS0023
        [Event("placed", Version = 2)] public sealed record Placed { [Upcast] public static Placed A(PlacedV1 old) => new(); [Upcast] public static Placed B(PlacedV1 old) => new(); }
        """);
}
