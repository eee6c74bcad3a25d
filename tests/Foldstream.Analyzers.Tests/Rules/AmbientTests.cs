using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.AmbientRule, Foldstream.CodeFixes.AmbientFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class AmbientTests
{
    [Fact]
    public async Task Time_and_ids_are_taken_from_the_event_or_the_command() => await Verify.VerifyCodeFixAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Name, DateTimeOffset At, Guid Key);
        public sealed record Open(DateTimeOffset At);
        [Aggregate("account")]
        public partial class Account
        {
            public DateTimeOffset OpenedAt { get; private set; }
            private Guid key;
            private void Apply(Opened e)
            {
                OpenedAt = [|DateTimeOffset.UtcNow|];
                key = [|Guid.NewGuid()|];
            }
        }
        [Decider("wallet")]
        public partial record Wallet(DateTimeOffset At)
        {
            public static Wallet InitialState => new(default(DateTimeOffset));
            private static Wallet Evolve(Wallet state, Opened e) => state with { At = [|DateTimeOffset.Now|] };
            public static Events Decide(Open command, Wallet state) => [new Opened("", [|DateTimeOffset.UtcNow|], default)];
        }
        """,
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Name, DateTimeOffset At, Guid Key);
        public sealed record Open(DateTimeOffset At);
        [Aggregate("account")]
        public partial class Account
        {
            public DateTimeOffset OpenedAt { get; private set; }
            private Guid key;
            private void Apply(Opened e)
            {
                OpenedAt = e.At;
                key = e.Key;
            }
        }
        [Decider("wallet")]
        public partial record Wallet(DateTimeOffset At)
        {
            public static Wallet InitialState => new(default(DateTimeOffset));
            private static Wallet Evolve(Wallet state, Opened e) => state with { At = e.At };
            public static Events Decide(Open command, Wallet state) => [new Opened("", command.At, default)];
        }
        """);

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Today")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("Environment.TickCount64")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp()")]
    [InlineData("TimeProvider.System.GetUtcNow()")]
    [InlineData("Random.Shared.Next()")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetInt32(6)")]
    [InlineData("Guid.CreateVersion7()")]
    public async Task Clocks_chance_and_ids_are_found(string code) => await Verify.VerifyAnalyzerAsync(
        $$"""
        using Foldstream;
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")]
        public partial class Account
        {
            private object? last;
            private void Apply(Opened e) => last = [|{{code}}|];
        }
        """);

    [Fact]
    public async Task What_a_called_method_does_is_told_at_the_call()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account")]
            public partial class Account
            {
                private DateTimeOffset openedAt;
                private void Apply(Opened e) => openedAt = [|Today()|];
                public void Open() { _ = Today(); Raise(new Opened()); }
                private static DateTimeOffset Today() => Day(Now);
                private static DateTimeOffset Day(DateTimeOffset time) => time.Date;
                private static DateTimeOffset Now => DateTimeOffset.UtcNow;
            }
            """);

        Assert.Equal(["'Account.Apply(Opened)' gives another result each time that it runs, because it reads the clock by 'DateTimeOffset.UtcNow' in 'Account.Today()': take it from the event or the command"], found.Messages());
    }

    [Fact]
    public async Task Upcasters_are_looked_at() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Old(string Name);
        [Event("opened", Version = 2)]
        public sealed record Opened(string Name, DateTimeOffset At)
        {
            [Upcast] public static Opened From(Old old) => new(old.Name, [|DateTimeOffset.UtcNow|]);
            public static Opened Now(string name) => new(name, DateTimeOffset.UtcNow);
        }
        """);

    [Fact]
    public async Task Commands_values_and_names_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(DateTimeOffset At);
        [Aggregate("account")]
        public partial class Account
        {
            private DateTimeOffset at;
            private string name = "";
            public void Open() => Raise(new Opened(DateTimeOffset.UtcNow));
            private void Apply(Opened e)
            {
                at = e.At.AddDays(1) > DateTimeOffset.UnixEpoch ? new DateTimeOffset(e.At.Date) : DateTimeOffset.MinValue;
                name = nameof(DateTime.Now) + new Guid(1, 2, 3, new byte[8]) + new Random(7);
            }
        }
        public sealed class Elsewhere { public DateTime Apply(Opened e) => DateTime.Now; }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0026
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")] public partial class Account { private DateTime at; private void Apply(Opened e) => at = DateTime.Now; }
        """);

    [Fact]
    public async Task Handlers_and_keys_of_projections_are_pure_too() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("sold")] public sealed record Sold(string Shop);
        [Projection("sales")]
        public partial class Sales
        {
            public DateTime At { get; private set; }
            [Key] static Guid By(Sold e) => [|Guid.NewGuid()|];
            void Apply(Sold e) => At = [|DateTime.UtcNow|];
        }
        """);
}
