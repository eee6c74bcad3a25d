using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.StateOutsideApplyRule, Foldstream.CodeFixes.StateOutsideApplyFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class StateOutsideApplyTests
{
    [Fact]
    public async Task Commands_that_change_state_are_found() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public sealed class Line { public int Amount { get; set; } }
        [Event("opened")] public sealed record Opened(string Name);
        [Aggregate("account")]
        public partial class Account
        {
            private readonly List<Line> lines = [];
            private readonly Dictionary<string, int> totals = [];
            private int[] numbers = new int[3];
            private int count;
            public string Name { get; private set; } = "";
            public void Open(string name)
            {
                [|Name = name|];
                [|count++|];
                [|count += 2|];
                [|lines.Add(new Line { Amount = 3 })|];
                [|lines[0].Amount = 4|];
                [|totals["a"] = 1|];
                [|numbers[0] = 1|];
                {|FS0033:[|(Name, count) = (name, 1)|]|};
                totals.TryGetValue(name, [|out count|]);
                new List<int> { 1 }.ForEach(number => [|count = number|]);
                [|AddLine(3)|];
                Raise(new Opened(name));
            }
            private void Apply(Opened e) => AddLine(1);
            private void AddLine(int amount) => lines.Add(new Line { Amount = amount });
        }
        """);

    [Fact]
    public async Task A_call_of_a_handler_becomes_a_raise() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Name);
        [Aggregate("account")]
        public partial class Account
        {
            private string name = "";
            public void Open(string name) => [|Apply(new Opened(name))|];
            public void Reopen() => [|this.Apply(new Opened(name))|];
            private void Apply(Opened e) => name = e.Name;
        }
        """,
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Name);
        [Aggregate("account")]
        public partial class Account
        {
            private string name = "";
            public void Open(string name) => Raise(new Opened(name));
            public void Reopen() => this.Raise(new Opened(name));
            private void Apply(Opened e) => name = e.Name;
        }
        """);

    [Fact]
    public async Task The_message_names_command_and_state()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Event("opened")] public sealed record Opened;
            [Aggregate("account")]
            public partial class Account
            {
                private bool isOpen;
                public void Open() { [|isOpen = true|]; Raise(new Opened()); [|Close()|]; }
                private void Apply(Opened e) => Close();
                private void Close() => isOpen = false;
            }
            """);

        Assert.Equal(["'Account.Open()' changes 'isOpen' without storing an event, so that the change is lost when the aggregate is loaded again: raise an event, and change it in its Apply", "'Account.Open()' changes 'isOpen' by 'Account.Close()' without storing an event, so that the change is lost when the aggregate is loaded again: raise an event, and call it in its Apply"], found.Messages());
    }

    [Fact]
    public async Task Handlers_what_they_call_constructors_caches_and_locals_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public sealed class Line { public int Amount { get; set; } }
        [Event("opened")] public sealed record Opened(List<string> Names);
        [Aggregate("account")]
        public partial class Account
        {
            private readonly List<Line> lines = [];
            private readonly Func<int> clock;
            private int? total;
            private int balance;
            private Account() => clock = () => 1;
            public int Total => total ??= lines.Sum(line => line.Amount);
            private int Balance { get => balance; set => balance = value; }
            public void Open()
            {
                var names = new List<string>();
                names.Add("a");
                var line = new Line { Amount = 1 };
                line.Amount = 2;
                var sorted = lines.ToArray();
                sorted[0] = line;
                Raise(new Opened(names));
            }
            private void Apply(Opened e)
            {
                lines.Clear();
                total = null;
                Balance = 3;
                e.Names.ForEach(AddLine);
            }
            private void AddLine(string name) => Append(new Line());
            private void Append(Line line) => lines.Add(line);
        }
        public partial class Other { private int count; public void Count() => count++; }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0033
        [Aggregate("account")] public partial class Account { private int count; public void Count() => count++; }
        """);
}
