using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.StaticStateRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class StaticStateTests
{
    [Fact]
    public async Task Static_fields_properties_and_collections_are_found() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Name);
        public static class Registry { public static string Last { get; set; } = ""; }
        [Aggregate("account")]
        public partial class Account
        {
            private static int count;
            private static readonly List<string> Names = [];
            private static readonly Dictionary<string, int> Rates = new() { ["EUR"] = 1 };
            private int own;
            private void Apply(Opened e)
            {
                [|count|]++;
                [|Registry.Last|] = e.Name;
                own = [|count|];
                [|Names.Add(e.Name)|];
                [|Rates["EUR"] = 2|];
            }
        }
        """);

    [Fact]
    public async Task The_message_names_the_state()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account")]
            public partial class Account
            {
                private static int count;
                private int own;
                private void Apply(Opened e) => own = [|Next()|];
                private static int Next() => ++count;
            }
            """);

        Assert.Equal(["'Account.Apply(Opened)' depends on more than it is given, because it uses 'Account.count' in 'Account.Next()': make that a constant, or let the event or the command carry it"], found.Messages());
    }

    [Fact]
    public async Task Constants_and_read_only_tables_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Name);
        [Aggregate("account")]
        public partial class Account
        {
            private const int Limit = 3;
            private static readonly Dictionary<string, int> Rates = new() { ["EUR"] = 1 };
            private static int commands;
            private readonly List<int> own = [];
            private static int Zero { get; } = 0;
            public void Open() { commands++; Raise(new Opened("")); }
            private void Apply(Opened e) => own.Add(Rates[e.Name] + Limit + Zero + int.MaxValue + (int)DayOfWeek.Friday + string.Empty.Length);
        }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0028
        [Event("opened")] public sealed record Opened;
        [Aggregate("account")] public partial class Account { private static int count; private void Apply(Opened e) => count++; }
        """);
}
