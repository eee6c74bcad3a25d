using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.UnpassedTokenRule, Foldstream.CodeFixes.UnpassedTokenFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnpassedTokenTests
{
    [Fact]
    public async Task The_token_at_hand_is_passed() => await Verify.VerifyFixAllAsync(
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
            public async Task OpenAsync(StreamId stream, StreamAppend append, CancellationToken stoppingToken)
            {
                await store.[|HeadAsync|](stream);
                await store.[|AppendAsync|](append);
                await store.[|ExecuteAsync<Account>|]("a", account => account.Open());
                await foreach (var stored in store.[|ReadAsync|](stream))
                    _ = stored;
                await Parallel.ForEachAsync(new[] { 1 }, stoppingToken, async (number, token) => await store.[|HeadAsync|](stream));
                Func<Task> later = async () => await store.[|HeadAsync|](stream);
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
            public async Task OpenAsync(StreamId stream, StreamAppend append, CancellationToken stoppingToken)
            {
                await store.HeadAsync(stream, stoppingToken);
                await store.AppendAsync(append, stoppingToken);
                await store.ExecuteAsync<Account>("a", account => account.Open(), cancellationToken: stoppingToken);
                await foreach (var stored in store.ReadAsync(stream, cancellationToken: stoppingToken))
                    _ = stored;
                await Parallel.ForEachAsync(new[] { 1 }, stoppingToken, async (number, token) => await store.HeadAsync(stream, token));
                Func<Task> later = async () => await store.HeadAsync(stream, stoppingToken);
            }
        }
        """);

    [Fact]
    public async Task The_message_names_call_and_token()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            public sealed class Heads(IEventStore store)
            {
                public ValueTask<StreamHead> GetAsync(StreamId stream, CancellationToken token) => store.[|HeadAsync|](stream);
            }
            """);

        Assert.Equal(["'HeadAsync' goes on when 'token' is cancelled, because it is not given it: pass 'token'"], found.Messages());
    }

    [Fact]
    public async Task Calls_with_a_token_without_one_at_hand_and_in_clean_ups_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public sealed class Heads(IEventStore store)
        {
            public async Task GetAsync(StreamId stream, StreamAppend append, CancellationToken cancellationToken)
            {
                try
                {
                    await store.HeadAsync(stream, cancellationToken);
                    await store.HeadAsync(stream, CancellationToken.None);
                    await foreach (var stored in store.ReadAsync(stream).WithCancellation(cancellationToken))
                        _ = stored;
                    Func<IEventStore, Task> alone = static async store => await store.HeadAsync(new StreamId("a", "b"));
                }
                catch (OperationCanceledException)
                {
                    await store.AppendAsync(append);
                }
                finally
                {
                    await store.AppendAsync(append);
                    await store.DisposeAsync();
                }
            }
            public async Task GetAsync(StreamId stream) => await store.HeadAsync(stream);
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0062
        public sealed class Heads(IEventStore store)
        {
            public ValueTask<StreamHead> GetAsync(StreamId stream, CancellationToken token) => store.HeadAsync(stream);
        }
        """);
}
