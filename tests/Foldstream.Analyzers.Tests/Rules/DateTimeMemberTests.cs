using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.DateTimeMemberRule, Foldstream.CodeFixes.DateTimeMemberFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class DateTimeMemberTests
{
    [Fact]
    public async Task Points_in_time_get_an_offset() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(DateTime [|At|], DateTime? [|Until|]);
        [Event("closed")]
        public sealed record Closed
        {
            public System.DateTime [|At|] { get; init; }
        }
        """,
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(DateTimeOffset At, DateTimeOffset? Until);
        [Event("closed")]
        public sealed record Closed
        {
            public System.DateTimeOffset At { get; init; }
        }
        """);

    [Fact]
    public async Task The_message_names_property_and_event()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            [Foldstream.Event("opened")] public sealed record Opened(DateTime [|At|]);
            """);

        Assert.Equal(["'At' of event 'Opened' is a DateTime, which may mean any time zone once it is read elsewhere: make it a DateTimeOffset, or a DateOnly where only the day counts"], found.Messages());
    }

    [Fact]
    public async Task What_has_an_offset_or_is_not_stored_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")]
        public sealed record Opened(DateTimeOffset At, DateOnly Day)
        {
            [System.Text.Json.Serialization.JsonIgnore] public DateTime Local => At.LocalDateTime;
        }
        public sealed record Row(DateTime At);
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0018
        [Event("opened")] public sealed record Opened(DateTime At);
        """);
}
