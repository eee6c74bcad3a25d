using Foldstream.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;
using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.BaselineRule, Foldstream.CodeFixes.BaselineFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class BaselineFixTests
{
    private const string Opened = "[Event(\"opened\")] public sealed record Opened(string Owner);";

    [Fact]
    public async Task An_addition_is_written_into_the_baseline() => await Verify.VerifyCodeFixAsync(
        ["using Foldstream;\n[Event(\"opened\")] public sealed record {|FS0056:Opened|}(string Owner, string? Note);", Baselines.Of(Opened)],
        ["using Foldstream;\n[Event(\"opened\")] public sealed record Opened(string Owner, string? Note);", Baselines.Of("[Event(\"opened\")] public sealed record Opened(string Owner, string? Note);")]);

    [Fact]
    public async Task A_new_version_is_added_to_the_older_ones()
    {
        const string Code =
            """
            using Foldstream;
            using System.Text.Json.Nodes;
            [Event("opened", Version = 2)]
            public sealed record {0}(string Holder)
            {{
                [Upcast(from: 1)] public static JsonObject ToV2(JsonObject old) => old;
            }}
            """;

        await Verify.VerifyCodeFixAsync(
            [string.Format(null, Code, "{|FS0056:Opened|}"), Baselines.Of(Opened)],
            [
                string.Format(null, Code, "Opened"),
                Baselines.File(
                    """
                    {
                      "format": 1,
                      "events": {
                        "opened": {
                          "1": {
                            "members": {
                              "owner": { "type": "string", "required": true }
                            }
                          },
                          "2": {
                            "members": {
                              "holder": { "type": "string", "required": true }
                            }
                          }
                        }
                      }
                    }

                    """),
            ]);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task All_that_is_new_is_written_at_once(FixAllScope scope)
    {
        const string Closed = "[Event(\"closed\")] public sealed record Closed(string? Reason);";

        await Verify.VerifyFixAllAsync(
            [
                "using Foldstream;\n[Event(\"opened\")] public sealed record {|FS0056:Opened|}(string Owner, string? Note);\n[Event(\"closed\")] public sealed record {|FS0056:Closed|}(string? Reason);",
                Baselines.Of(Opened),
            ],
            [
                "using Foldstream;\n[Event(\"opened\")] public sealed record Opened(string Owner, string? Note);\n" + Closed,
                Baselines.Of("[Event(\"opened\")] public sealed record Opened(string Owner, string? Note);\n" + Closed),
            ],
            scope);
    }

    [Fact]
    public async Task What_breaks_stays_as_it_was() => await Verify.VerifyCodeFixAsync(
        [
            "using Foldstream;\n[Event(\"opened\")] public sealed record Opened(int {|FS0052:Owner|});\n[Event(\"closed\")] public sealed record {|FS0056:Closed|};",
            Baselines.Of(Opened),
        ],
        [
            "using Foldstream;\n[Event(\"opened\")] public sealed record Opened(int {|FS0052:Owner|});\n[Event(\"closed\")] public sealed record Closed;",
            Baselines.Of(Opened + "\n[Event(\"closed\")] public sealed record Closed;"),
        ]);
}
