using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.TakenNameRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class TakenNameTests
{
    [Fact]
    public async Task A_type_with_the_name_of_a_converter_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            internal sealed class [|OpenedJsonConverter|];
            public static class Account { [Event("closed")] public sealed record Closed; }
            internal struct [|Account_ClosedJsonConverter|];
            """);

        Assert.Equal("'OpenedJsonConverter' has the name of the converter that is generated for event 'Opened': rename it, or remove it if it converts the event", found.Messages().First());
    }

    [Fact]
    public async Task Events_whose_converters_would_share_a_name_are_found_once()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            public static class A { [Event("one")] public sealed record [|B_C|]; public static class B { [Event("two")] public sealed record C; } }
            public static class A_B { [Event("three")] public sealed record [|C|]; }
            [Event("four")] public sealed record [|A_B_C|];
            public sealed record Other_Kind; public static class Other { [Event("five")] public sealed record Kind; }
            """);

        Assert.Contains("'A_B_CJsonConverter' would be the converter of this event and of event 'A.B.C': rename one of the events", found.Messages());
    }

    [Fact]
    public async Task Generated_converters_and_types_of_other_namespaces_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        namespace Other { public sealed class OpenedJsonConverter; }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        #pragma warning disable FS0016
        internal sealed class OpenedJsonConverter;
        """);
}
