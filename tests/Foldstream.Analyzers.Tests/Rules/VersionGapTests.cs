using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.VersionGapRule, Foldstream.CodeFixes.VersionGapFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class VersionGapTests
{
    [Fact]
    public async Task The_upcaster_of_an_older_shape_is_written() => await Verify.VerifyCodeFixAsync(
        """
        using System;
        using Foldstream;

        [Event("placed")] public sealed record PlacedV1(string Name);

        [Event("placed", Version = 2)]
        public sealed record [|Placed|](string First, string Last);
        """,
        """
        using System;
        using Foldstream;

        [Event("placed")] public sealed record PlacedV1(string Name);

        [Event("placed", Version = 2)]
        public sealed record Placed(string First, string Last)
        {
            [Upcast] public static Placed From(PlacedV1 old) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public async Task All_upcasters_of_all_gaps_are_written() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        using System.Text.Json.Nodes;

        [Event("placed", Version = 2)] internal sealed record PlacedV2(string Name);

        [Event("placed", Version = 5)]
        public sealed record [|[|[|Placed|]|]|](string First)
        {
            [Upcast(from: 1)] public static JsonObject ToV2(JsonObject v1) => v1;
        }
        """,
        """
        using Foldstream;
        using System.Text.Json.Nodes;

        [Event("placed", Version = 2)] internal sealed record PlacedV2(string Name);

        [Event("placed", Version = 5)]
        public sealed record Placed(string First)
        {
            [Upcast(from: 1)] public static JsonObject ToV2(JsonObject v1) => v1;
            [Upcast] internal static Placed From(PlacedV2 old) => throw new NotImplementedException();
            [Upcast(from: 3)] public static JsonObject FromV3(JsonObject old) => throw new NotImplementedException();
            [Upcast(from: 4)] public static JsonObject FromV4(JsonObject old) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public async Task The_missing_method_is_told_and_the_name_that_may_be_a_mistake()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Event("opened", Version = 3)] public sealed record [|[|AccountOpened|]|];
            """);

        Assert.Equal(
            [
                "What was stored as version 1 of 'opened' cannot be read as 'AccountOpened': write '[Upcast] public static AccountOpened From(Opened old)', or give 'Opened' a name of its own if it is another event",
                "What was stored as version 2 of 'opened' cannot be read as 'AccountOpened': write '[Upcast(from: 2)] public static JsonObject FromV2(JsonObject old)'",
            ],
            found.Messages().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whole_chains_and_versions_of_which_nothing_is_known_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        using System.Text.Json.Nodes;
        [Event("opened", Version = 7)] public sealed record Opened;
        [Event("placed", Version = 2)] public sealed record PlacedV2;
        [Event("placed", Version = 3)] public sealed record PlacedV3 { [Upcast] public static Placed From(PlacedV2 old) => new(); }
        [Event("placed", Version = 4)]
        public sealed record Placed
        {
            [Upcast(from: 1)] public static JsonObject ToV2(JsonObject v1) => v1;
            [Upcast] public static Placed From(PlacedV3 old) => new();
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("placed")] public sealed record PlacedV1;
        #pragma warning disable FS0020
        [Event("placed", Version = 2)] public sealed record Placed;
        """);
}
