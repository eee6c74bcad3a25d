using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.MutableEventRule, Foldstream.CodeFixes.MutableEventFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class MutableEventTests
{
    [Fact]
    public async Task Setters_fields_and_record_structs_are_made_immutable() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Event("opened")]
        public sealed class Opened
        {
            public string [|Owner|] { get; set; } = "";
            public string [|Branch|] { get; private set; } = "";
            private int [|count|];
            public int Count => count;
        }
        [Event("moved")] public record struct [|Moved|](decimal Amount, string From);
        [Event("closed")] public partial record struct [|Closed|](int Reason);
        """,
        """
        using Foldstream;
        [Event("opened")]
        public sealed class Opened
        {
            public string Owner { get; init; } = "";
            public string Branch { get; init; } = "";
            private readonly int count;
            public int Count => count;
        }
        [Event("moved")] public readonly record struct Moved(decimal Amount, string From);
        [Event("closed")] public readonly partial record struct Closed(int Reason);
        """);

    [Fact]
    public async Task A_member_of_a_base_type_is_reported_at_the_event_and_named()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            public abstract record Stamped { public string By { get; set; } = ""; }
            [Event("opened")] public sealed record [|Opened|] : Stamped;
            """);

        Assert.Equal(["Event 'Opened' can be changed after it has happened: declare the property 'Stamped.By' with 'init' instead of 'set'"], found.Messages());
    }

    [Fact]
    public async Task A_public_field_is_to_become_a_property()
    {
        var found = await Verify.VerifyAnalyzerAsync("[Foldstream.Event(\"opened\")] public sealed class Opened { public int [|Count|]; }");

        Assert.Equal(["Event 'Opened' can be changed after it has happened: make the field 'Opened.Count' a property with 'init'"], found.Messages());
    }

    [Fact]
    public async Task Immutable_events_and_mutable_other_types_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Owner, List<string> Tags, int[] Numbers)
        {
            public const int Limit = 3;
            public static int Counter { get; set; }
            public required Dictionary<string, int> Rates { get; init; }
            public int Computed => 1;
        }
        [Event("moved")] public readonly record struct Moved(decimal Amount);
        [Event("ended")] public record struct Ended;
        public sealed class Other { public int Value { get; set; } }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0005
        [Event("moved")] public record struct Moved(decimal Amount);
        """);
}
