using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.BaselineRule, Foldstream.CodeFixes.VersionGapFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UncoveredVersionFixTests
{
    [Fact]
    public async Task The_missing_upcaster_is_written() => await Verify.VerifyCodeFixAsync(
        [
            """
            using Foldstream;
            [Event("opened", Version = 2)]
            public sealed record {|FS0055:{|FS0056:Opened|}|}(int Owner);
            """,
            Baselines.Of("[Event(\"opened\")] public sealed record Opened(string Owner);"),
        ],
        [
            """
            using Foldstream;
            [Event("opened", Version = 2)]
            public sealed record {|FS0056:Opened|}(int Owner)
            {
                [Upcast(from: 1)] public static System.Text.Json.Nodes.JsonObject FromV1(System.Text.Json.Nodes.JsonObject old) => throw new NotImplementedException();
            }
            """,
        ]);
}
