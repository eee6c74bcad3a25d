using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.ConverterCollisionRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class ConverterCollisionTests
{
    [Fact]
    public async Task Both_events_are_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            public static class Account { [Event("a")] public sealed record [|Opened|]; }
            [Event("b")] public sealed record [|Account_Opened|];
            """);

        Assert.Equal(["The converters of 'Account.Opened' and 'Account_Opened' would both be called 'Account_OpenedJsonConverter', so that none is generated: rename one of the events", "The converters of 'Account_Opened' and 'Account.Opened' would both be called 'Account_OpenedJsonConverter', so that none is generated: rename one of the events"], found.Messages());
    }

    [Fact]
    public async Task Underscores_in_nested_types_are_found() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public static class A { public static class B_C { [Event("a")] public sealed record [|D|]; } }
        public static class A_B { public static class C { [Event("b")] public sealed record [|D|]; } }
        """);

    [Fact]
    public async Task Names_that_differ_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public static class Account { [Event("a")] public sealed record Opened; [Event("b")] public sealed record Closed_Late; }
        [Event("c")] public sealed record AccountOpened;
        [Event("d")] public sealed record Account_Closed;
        public sealed record Account_Closed_Late;
        namespace Other { [Event("e")] public sealed record Account_Opened; }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0038
        public static class Account { [Event("a")] public sealed record Opened; }
        [Event("b")] public sealed record Account_Opened;
        """);
}
