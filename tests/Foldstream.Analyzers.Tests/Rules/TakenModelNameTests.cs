using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.TakenModelNameRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class TakenModelNameTests
{
    [Fact]
    public async Task A_type_of_the_name_is_found_and_the_rest_compiles()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            namespace TestProject
            {
                [Event("opened")] public sealed record Opened;
                public static class [|TestProjectEvents|] { public const int Count = 1; }
            }
            """);

        Assert.Equal(["'TestProjectEvents' has the name of the class that is generated for the events of this assembly, so that none is: rename it, or move it to another namespace"], found.Messages());
    }

    [Fact]
    public async Task The_name_elsewhere_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        public static class TestProjectEvents;
        namespace TestProject { public class Outer { public class TestProjectEvents; } public static class BankEvents; }
        """);

    [Fact]
    public async Task Without_events_the_name_is_free() => await Verify.VerifyAnalyzerAsync(
        """
        namespace TestProject { public static class TestProjectEvents; }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0037
        namespace TestProject { [Event("opened")] public sealed record Opened; public static class TestProjectEvents; }
        """);
}
