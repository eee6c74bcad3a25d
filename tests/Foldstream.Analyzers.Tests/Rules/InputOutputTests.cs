using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.InputOutputRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class InputOutputTests
{
    [Theory]
    [InlineData("Console.WriteLine(e)", "Console.WriteLine")]
    [InlineData("File.ReadAllText(\"x\")", "File.ReadAllText")]
    [InlineData("new FileInfo(\"x\")", "new FileInfo")]
    [InlineData("Environment.GetEnvironmentVariable(\"x\")", "Environment.GetEnvironmentVariable")]
    [InlineData("new HttpClient()", "new HttpClient")]
    [InlineData("System.Net.Dns.GetHostName()", "Dns.GetHostName")]
    [InlineData("System.Diagnostics.Process.Start(\"x\")", "Process.Start")]
    [InlineData("Thread.Sleep(1)", "Thread.Sleep")]
    public async Task The_outside_is_named(string code, string name)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            $$"""
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account")]
            public partial class Account
            {
                private void Apply(Opened e)
                {
                    [|{{code}}|];
                }
            }
            """);

        Assert.Equal([$"'Account.Apply(Opened)' runs again whenever the stream is read, and uses '{name}': do that before the command is given, or after its events are stored"], found.Messages());
    }

    [Fact]
    public async Task Decisions_and_methods_that_they_call_are_looked_at() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Name);
        public sealed record Open;
        [Decider("wallet")]
        public partial record Wallet
        {
            public static Wallet InitialState => new();
            private static Wallet Evolve(Wallet state, Opened e) => state;
            public static Events Decide(Open command, Wallet state) => [new Opened([|Name()|])];
            private static string Name() => File.ReadAllText("name");
        }
        """);

    [Fact]
    public async Task What_stays_in_memory_and_commands_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Text);
        [Aggregate("account")]
        public partial class Account
        {
            private string text = "";
            public void Open() => Raise(new Opened(File.ReadAllText("x")));
            private void Apply(Opened e)
            {
                using var reader = new StringReader(e.Text);
                text = reader.ReadLine() + Environment.NewLine + Path.Combine("a", "b") + System.Net.IPAddress.Loopback + new MemoryStream().Length;
            }
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0027
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")] public partial class Account { private void Apply(Opened e) => Console.WriteLine(); }
        """);
}
