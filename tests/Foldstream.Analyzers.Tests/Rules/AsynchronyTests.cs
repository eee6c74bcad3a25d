using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.AsynchronyRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class AsynchronyTests
{
    [Fact]
    public async Task Tasks_that_are_started_or_awaited_are_found() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public interface IMailer { Task SendAsync(); ValueTask<int> CountAsync(); }
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            private IMailer? mailer;
            private int count;
            private void Apply(Opened e)
            {
                mailer?[|.SendAsync()|];
                count = [|mailer!.CountAsync()|].Result;
                [|Later()|];
                [|Task.Run(() => { })|];
            }
            private async void Later() => await mailer!.SendAsync();
        }
        """);

    [Fact]
    public async Task The_message_names_the_call()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account")]
            public partial class Account
            {
                private void Apply(Opened e)
                {
                    [|Task.Delay(1)|].Wait();
                }
            }
            """);

        Assert.Equal(["'Account.Apply(Opened)' has to be done when it returns, and starts 'Task.Delay': await before the command is given, and let the event or the command carry the outcome"], found.Messages());
    }

    [Fact]
    public async Task Async_commands_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public async Task OpenAsync() { await Task.Yield(); Raise(new Opened()); }
            private void Apply(Opened e) { }
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0029
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")] public partial class Account { private void Apply(Opened e) => Task.Delay(1); }
        """);
}
