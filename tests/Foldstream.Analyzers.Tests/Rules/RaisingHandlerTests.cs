using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.RaisingHandlerRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class RaisingHandlerTests
{
    [Fact]
    public async Task Raise_in_a_handler_and_in_what_it_calls_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Event("greeted")] public sealed record Greeted;
            [Aggregate("account")]
            public partial class Account
            {
                private void Apply(Opened e)
                {
                    [|Raise(new Greeted())|];
                    [|Greet()|];
                }
                private void Apply(Greeted e) { }
                private void Greet() => Raise(new Greeted());
            }
            """);

        Assert.Equal(["'Account.Apply(Opened)' raises an event, and would do so again each time that the aggregate is loaded: raise both events in the command", "'Account.Apply(Opened)' raises an event in 'Account.Greet()', and would do so again each time that the aggregate is loaded: raise both events in the command"], found.Messages());
    }

    [Fact]
    public async Task Commands_raise() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            private void Apply(Opened e) { }
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0031
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")] public partial class Account { private void Apply(Opened e) => Raise(e); }
        """);
}
