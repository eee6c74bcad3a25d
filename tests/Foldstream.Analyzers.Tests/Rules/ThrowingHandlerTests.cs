using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.ThrowingHandlerRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class ThrowingHandlerTests
{
    [Fact]
    public async Task Handlers_that_throw_are_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened(string Name);
            [Event("closed")] public sealed record Closed;
            [Aggregate("account")]
            public partial class Account
            {
                private string name = "";
                private void Apply(Opened e) => name = e.Name ?? [|throw new ArgumentException("name")|];
                private void Apply(Closed e) => [|CheckOpen()|];
                public void Close() { CheckOpen(); Raise(new Closed()); }
                private void CheckOpen()
                {
                    if (name.Length == 0)
                        throw new InvalidOperationException();
                }
            }
            """);

        Assert.Equal(["'Account.Apply(Opened)' throws 'ArgumentException', so that a stream with such an event cannot be loaded any more: refuse before the event is raised", "'Account.Apply(Closed)' throws 'InvalidOperationException' in 'Account.CheckOpen()', so that a stream with such an event cannot be loaded any more: refuse before the event is raised"], found.Messages());
    }

    [Fact]
    public async Task A_handler_that_is_still_to_be_written_is_found() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Decider("wallet")]
        public partial record Wallet
        {
            public static Wallet InitialState => new();
            private static Wallet Evolve(Wallet state, Opened e) => [|throw new NotImplementedException()|];
        }
        """);

    [Fact]
    public async Task Decisions_and_last_arms_may_throw() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public enum Kind { Big, Small }
        [Event("opened")] public sealed record Opened(Kind Kind);
        public sealed record Open;
        [Decider("wallet")]
        public partial record Wallet(int Size)
        {
            public static Wallet InitialState => new(0);
            private static Wallet Evolve(Wallet state, Opened e) => state with { Size = e.Kind switch { Kind.Big => 2, Kind.Small => 1, _ => throw new ArgumentOutOfRangeException(nameof(e)) } };
            public static Events Decide(Open command, Wallet state) => state.Size > 0 ? throw new InvalidOperationException() : [new Opened(Kind.Big)];
        }
        [Aggregate("account")]
        public partial class Account
        {
            private int size;
            private void Apply(Opened e)
            {
                switch (e.Kind)
                {
                    case Kind.Big: size = 2; break;
                    case Kind.Small: size = 1; break;
                    default: throw new ArgumentOutOfRangeException(nameof(e));
                }

                if (size > 2)
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0030
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")] public partial class Account { private void Apply(Opened e) => throw new NotImplementedException(); }
        """);

    [Fact]
    public async Task A_projection_accepts_what_has_happened() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("sold")] public sealed record Sold(string Shop);
        [Projection("sales")]
        public partial class Sales
        {
            [Key] static string By(Sold e) => e.Shop;
            void Apply(Sold e) => [|throw new InvalidOperationException()|];
        }
        """);
}
