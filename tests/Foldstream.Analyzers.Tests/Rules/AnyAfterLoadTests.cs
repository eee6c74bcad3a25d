using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.AnyAfterLoadRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class AnyAfterLoadTests
{
    [Fact]
    public async Task An_append_at_any_version_after_a_read_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
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
                public async Task AddAsync(StreamId stream, EventData[] events)
                {
                    var head = await store.HeadAsync(stream);
                    await store.AppendAsync(stream, [|ExpectedVersion.Any|], events);
                    await store.AppendAsync(new StreamAppend(stream, [|ExpectedVersion.Any|], events));
                }
                public async Task AddAsync(string id, EventData[] events)
                {
                    var account = await store.LoadAsync<Account>(id);
                    var stream = new StreamId("account", id);
                    await store.AppendAsync(stream, [|ExpectedVersion.Any|], events);
                }
            }
            """);

        Assert.Equal(["This appends at any version to a stream that 'HeadAsync' read before, so that what others wrote meanwhile is not noticed: expect the version that was read", "This appends at any version to a stream that 'HeadAsync' read before, so that what others wrote meanwhile is not noticed: expect the version that was read", "This appends at any version to a stream that 'LoadAsync' read before, so that what others wrote meanwhile is not noticed: expect the version that was read"], found.Messages());
    }

    [Fact]
    public async Task Other_streams_other_versions_and_appends_alone_are_left_alone() => await Verify.VerifyAnalyzerAsync(
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
            public async Task AddAsync(string id, StreamId other, EventData[] events)
            {
                await store.AppendAsync(new StreamId("account", id), ExpectedVersion.Any, events);
                var account = await store.LoadAsync<Account>(id);
                await store.AppendAsync(new StreamId("audit", id), ExpectedVersion.Any, events);
                await store.AppendAsync(new StreamId("account", "all"), ExpectedVersion.Any, events);
                await store.AppendAsync(other, ExpectedVersion.Any, events);
                await store.AppendAsync(new StreamId("account", id), ExpectedVersion.Exists, events);
            }
            public async Task RemarkAsync(StreamId stream, EventData[] events) => await store.AppendAsync(stream, ExpectedVersion.Any, events);
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0061
        public sealed class Accounts(IEventStore store)
        {
            public async Task AddAsync(StreamId stream, EventData[] events)
            {
                await store.HeadAsync(stream);
                await store.AppendAsync(stream, ExpectedVersion.Any, events);
            }
        }
        """);
}
