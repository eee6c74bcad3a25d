using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.NotAwaitedRule, Foldstream.CodeFixes.NotAwaitedFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class NotAwaitedTests
{
    [Fact]
    public async Task What_is_dropped_in_async_code_is_awaited() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            public async Task OpenAsync() { await Task.Yield(); Raise(new Opened()); }
            private void Apply(Opened e) { }
        }

        public sealed class Accounts(IEventStore store)
        {
            public async Task OpenAsync(StreamId stream, StreamAppend append)
            {
                [|store.ExecuteAsync<Account>("a", account => account.Open())|];
                [|store.AppendAsync(append).ConfigureAwait(false)|];
                var account = await store.LoadAsync<Account>("a");
                [|store.SaveAsync(account)|];
                await store.ExecuteAsync<Account>("a", (Account a) => { [|store.HeadAsync(stream)|]; });
                Func<Task> later = async () => [|store.AppendAsync(append)|];
            }
        }
        """,
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            public async Task OpenAsync() { await Task.Yield(); Raise(new Opened()); }
            private void Apply(Opened e) { }
        }

        public sealed class Accounts(IEventStore store)
        {
            public async Task OpenAsync(StreamId stream, StreamAppend append)
            {
                await store.ExecuteAsync<Account>("a", account => account.Open());
                await store.AppendAsync(append).ConfigureAwait(false);
                var account = await store.LoadAsync<Account>("a");
                await store.SaveAsync(account);
                await store.ExecuteAsync<Account>("a", async (Account a) => { await store.HeadAsync(stream); });
                Func<Task> later = async () => await store.AppendAsync(append);
            }
        }
        """);

    [Fact]
    public async Task A_command_whose_task_nobody_sees_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account")]
            public partial class Account
            {
                public void Open() => Raise(new Opened());
                public async ValueTask OpenAsync() { await Task.Yield(); Raise(new Opened()); }
                private void Apply(Opened e) { }
            }

            public sealed class Accounts(IEventStore store)
            {
                public async Task OpenAsync() => await store.ExecuteAsync<Account>("a", account => [|account.OpenAsync()|]);
            }
            """);

        Assert.Equal(["The outcome of 'OpenAsync' is dropped: it may not be done, or may have failed, when the next line runs; await it"], found.Messages());
    }

    [Fact]
    public async Task Where_nothing_can_wait_it_is_found_all_the_same() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            public async Task OpenAsync() { await Task.Yield(); Raise(new Opened()); }
            private void Apply(Opened e) { }
        }

        public sealed class Accounts(IEventStore? store)
        {
            public void Open(StreamAppend append) => [|store!.AppendAsync(append)|];
            public void OpenIfThere(StreamAppend append)
            {
                [|store?.AppendAsync(append)|];
            }
        }
        """);

    [Fact]
    public async Task What_is_awaited_returned_kept_or_discarded_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            public async Task OpenAsync() { await Task.Yield(); Raise(new Opened()); }
            private void Apply(Opened e) { }
        }

        public sealed class Accounts(IEventStore store)
        {
            public async Task OpenAsync(StreamAppend append)
            {
                _ = store.AppendAsync(append);
                var kept = store.AppendAsync(append).AsTask();
                await kept;
                await store.ExecuteAsync<Account>("a", account => account.OpenAsync());
                Later();
                new List<int>().ForEach(number => Later());
            }
            public ValueTask<AppendResult> AppendAsync(StreamAppend append) => store.AppendAsync(append);
            private static Task Later() => Task.CompletedTask;
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0060
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            public void Open() => Raise(new Opened());
            public async Task OpenAsync() { await Task.Yield(); Raise(new Opened()); }
            private void Apply(Opened e) { }
        }
        public sealed class Accounts(IEventStore store) { public void Open(StreamAppend append) => store.AppendAsync(append); }
        """);
}
