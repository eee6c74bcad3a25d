using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.RaiseAfterAwaitRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class RaiseAfterAwaitTests
{
    [Fact]
    public async Task Checks_before_a_wait_are_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account")]
            public partial class Account
            {
                private bool isOpen;
                public async Task OpenAsync()
                {
                    if (isOpen)
                        return;
                    await Task.Yield();
                    [|Raise(new Opened())|];
                }
                public async Task CheckAndOpenAsync(Func<Task> wait)
                {
                    Check();
                    await wait();
                    [|Raise(new Opened())|];
                }
                private void Check() { }
                private void Apply(Opened e) => isOpen = true;
            }
            """);

        Assert.Equal(["'Account.OpenAsync()' read its state before it waited, and raises an event after: by then another command may have changed what it was decided on, so await first, or check again", "'Account.CheckAndOpenAsync(Func<Task>)' read its state before it waited, and raises an event after: by then another command may have changed what it was decided on, so await first, or check again"], found.Messages());
    }

    [Fact]
    public async Task Commands_that_wait_first_or_check_again_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(decimal Rate);
        [Aggregate("account")]
        public partial class Account
        {
            private bool isOpen;
            private string currency = "";
            public async Task OpenAsync(Func<string, Task<decimal>> rates)
            {
                var rate = await rates(currency);
                if (!isOpen)
                    Raise(new Opened(rate));
            }
            public async Task CheckTwiceAsync(Func<Task> wait)
            {
                if (isOpen)
                    return;
                await wait();
                if (isOpen)
                    return;
                Raise(new Opened(1));
            }
            public async Task RaiseFirstAsync(Func<Task> wait)
            {
                if (!isOpen)
                    Raise(new Opened(1));
                await wait();
            }
            public async Task OnlyAskAsync(Func<string, Task<decimal>> rates) => Raise(new Opened(await rates(currency)));
            private void Apply(Opened e) => isOpen = true;
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0034
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            private bool isOpen;
            public async Task OpenAsync() { if (isOpen) return; await Task.Yield(); Raise(new Opened()); }
            private void Apply(Opened e) => isOpen = true;
        }
        """);
}
