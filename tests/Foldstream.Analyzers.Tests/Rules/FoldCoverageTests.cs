using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.FoldCoverageRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class FoldCoverageTests
{
    [Theory]
    [InlineData("total = [|Elsewhere.Twice(e.By)|];")]
    [InlineData("total = [|e.By.Thrice()|];")]
    [InlineData("total = [|Elsewhere.Factor|];")]
    [InlineData("total = [|Elsewhere.Shared|];")]
    [InlineData("total = [|new Calculator()|].Kept;")]
    [InlineData("var pair = [|new Pair(1, 2)|]; pair = [|pair + pair|]; total = [|pair.Sum|];")]
    [InlineData("Func<int, int> twice = [|Elsewhere.Twice|]; total = twice(e.By);")]
    [InlineData("total = new[] { e.By }.Select([|Elsewhere.Twice|]).First();")]
    [InlineData("total = new[] { e.By }.Sum(by => [|Elsewhere.Twice(by)|]);")]
    [InlineData("int Local(int by) => [|Elsewhere.Twice(by)|]; total = Local(e.By);")]
    [InlineData("total = Helper(e.By); } private int Helper(int by) => Inner(by); private int Inner(int by) { return [|Elsewhere.Twice(by)|];")]
    [InlineData("total = Computed; } private int Computed => [|Elsewhere.Twice(1)|]; private void Other() {")]
    [InlineData("} private int initial = [|Elsewhere.Twice(1)|]; private void Other() {")]
    [InlineData("} public Counter() { total = [|Elsewhere.Twice(1)|]; } private void Other() {")]
    [InlineData("total = [|File.ReadAllText(\"x\")|].Length;")]
    public async Task Code_elsewhere_is_reported_where_it_is_used(string body) => await Verify.VerifyAnalyzerAsync(Counter(body));

    [Theory]
    [InlineData("total = Math.Max(e.By, int.Parse(\"1\", System.Globalization.CultureInfo.InvariantCulture));")]
    [InlineData("total = new[] { e.By }.Where(by => by > 1).Select(by => by * 2).Sum();")]
    [InlineData("total = System.Collections.Immutable.ImmutableArray.Create(e.By).Length;")]
    [InlineData("total = Elsewhere.Constant + (int)Level.High;")]
    [InlineData("total = e.Doubled + e.Value.Sum + Value.Zero.Sum; value = value + e.Value;")]
    [InlineData("value = value with { A = 1 }; total = value == e.Value ? 1 : 2;")]
    [InlineData("foreach (var (a, b) in new Dictionary<int, int>()) total += a - b;")]
    [InlineData("total = e is { By: > 1, Value: var (a, b) } ? a : 0;")]
    [InlineData("if (e.By < 0) throw new RefusedException(\"no\");")]
    [InlineData("total = Pattern().IsMatch(\"a\") ? 1 : 0; } [System.Text.RegularExpressions.GeneratedRegex(\"a\")] private static partial System.Text.RegularExpressions.Regex Pattern(); private static partial System.Text.RegularExpressions.Regex Pattern() => null!; void Other() {")]
    [InlineData("} public void Command() { total = Elsewhere.Twice(1); Raise(new Counted(Elsewhere.Factor, value)); } private int Unused => Elsewhere.Factor; void Other() {")]
    [InlineData("total = Nested.Add(e.By); } private static class Nested { public static int Add(int by) => by + More; private static int More => 1; } void Other() {")]
    public async Task What_the_fingerprint_covers_is_not_reported(string body) => await Verify.VerifyAnalyzerAsync(Counter(body));

    [Fact]
    public async Task A_fold_version_answers_for_all_of_it() =>
        await Verify.VerifyAnalyzerAsync(Counter("total = Elsewhere.Twice(e.By);").Replace("[Aggregate", "[FoldVersion(1), Aggregate", StringComparison.Ordinal));

    [Fact]
    public async Task The_message_names_the_fold_and_the_member()
    {
        var found = await Verify.VerifyAnalyzerAsync(Counter("total = [|Elsewhere.Twice(e.By)|];"));

        Assert.Equal(
            ["'Counter' folds by 'Elsewhere.Twice(int)', which its fingerprint does not cover: move that code into 'Counter', or add [FoldVersion(1)] and raise it whenever that code changes"],
            found.Messages());
    }

    [Fact]
    public async Task Code_of_an_event_is_followed_as_well() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public static class Elsewhere { public static int Twice(int value) => value * 2; }
        [Event("counted")] public sealed record Counted(int By)
        {
            public int Doubled => [|Elsewhere.Twice(By)|];
            public int Unused => Elsewhere.Twice(By);
        }
        [Aggregate("counter")]
        public partial class Counter
        {
            private int total;
            private void Apply(Counted e) => total += e.Doubled;
        }
        """);

    [Fact]
    public async Task An_interface_of_the_events_is_followed_to_what_they_implement_it_by() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public static class Elsewhere { public static int Twice(int value) => value * 2; }
        public interface IPayment { int Amount { get; } int Doubled { get; } }
        [Event("paid")] public sealed record Paid(int Amount) : IPayment { public int Doubled => [|Elsewhere.Twice(Amount)|]; }
        [Event("repaid")] public sealed record Repaid(int Amount) : IPayment { public int Doubled => Amount * 2; }
        [Aggregate("counter")]
        public partial class Counter
        {
            private int total;
            private void Apply(Paid e) => Add(e);
            private void Apply(Repaid e) => Add(e);
            private void Add(IPayment payment) => total += payment.Amount + payment.Doubled;
        }
        """);

    [Fact]
    public async Task An_interface_that_no_event_implements_is_reported() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public interface ISize { int Size { get; } }
        [Event("counted")] public sealed record Counted(int By);
        [Aggregate("counter")]
        public partial class Counter
        {
            private int total;
            private static ISize? Rule => null;
            private void Apply(Counted e) => total += Rule is null ? 0 : [|Rule.Size|];
        }
        """);

    [Fact]
    public async Task Abstract_members_of_values_are_reported_unless_their_kinds_are_closed() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public abstract record Open { public abstract int Size { get; } }
        [Event("counted")] public sealed record Counted(int By);
        [Aggregate("counter")]
        public partial class Counter
        {
            private Open? open;
            private int total;
            private void Apply(Counted e) => total += open is null ? 0 : [|open.Size|];
        }
        """);

    [Fact]
    public async Task A_decider_is_followed_from_its_functions_and_its_initial_state() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public static class Elsewhere { public static int Twice(int value) => value * 2; }
        public sealed record Count(int By);
        [Event("counted")] public sealed record Counted(int By);
        [Decider("counter")]
        public sealed partial record Counter(int Total)
        {
            public static Counter InitialState => new([|Elsewhere.Twice(1)|]);
            public static Events Decide(Count command, Counter state) => [new Counted(Elsewhere.Twice(command.By))];
            private static Counter Evolve(Counter state, Counted e) => state with { Total = [|Elsewhere.Twice(e.By)|] };
        }
        """);

    [Fact]
    public async Task Events_of_a_library_are_covered_as_far_as_they_are_data()
    {
        var library = Library.Of(
            """
            using Foldstream;
            namespace Shared;
            public sealed record Value(int A, int B);
            [Event("counted")] public sealed record Counted(int By, Value Value) { public int Doubled => By * 2; }
            """);

        var found = await library.AnalyzeAsync(new FoldCoverageRule(),
            """
            using Foldstream;
            using Shared;
            [Aggregate("counter")]
            public partial class Counter
            {
                private int total;
                private Value? value;
                private void Apply(Counted e)
                {
                    total += e.By + e.Value.A;
                    value = e.Value with { B = 1 };
                    total += e.Doubled;
                    value = new Value(1, 2);
                }
            }
            """);

        Assert.Equal(["Counted.Doubled", "Value.Value(int, int)"], found.Messages().Select(message => message.Split('\'')[3]));
    }

    [Fact]
    public async Task Handlers_of_a_library_are_reported_at_the_type()
    {
        var library = Library.WithoutGenerators(
            """
            namespace Shared;
            [Foldstream.Event("counted")] public sealed record Counted(int By);
            public abstract class Base { protected int total; protected void Apply(Counted e) => total += e.By; }
            """);

        var found = await library.AnalyzeAsync(new FoldCoverageRule(),
            """
            using Foldstream;
            [Aggregate("counter")]
            public partial class Counter : Shared.Base;
            """);

        Assert.Equal(["Base.Apply(Counted)"], found.Messages().Select(message => message.Split('\'')[3]));
    }

    private static string Counter(string body) => $$"""
        using Foldstream;
        public enum Level { Low, High }
        public static class Elsewhere
        {
            public const int Constant = 1;
            public static readonly int Factor = 2;
            public static int Shared { get; set; }
            public static int Twice(int value) => value * 2;
            public static int Thrice(this int value) => value * 3;
        }
        public sealed class Calculator { public int Kept { get; } = 3; }
        public sealed class RefusedException(string message) : System.Exception(message);
        public readonly record struct Pair(int A, int B) { public int Sum => A + B; public static Pair operator +(Pair a, Pair b) => a; }
        public readonly record struct Value(int A, int B)
        {
            public static Value Zero => new(0, 0);
            public int Sum => A + B;
            public static Value operator +(Value a, Value b) => new(a.Sum, b.Sum);
        }
        [Event("counted")] public sealed record Counted(int By, Value Value) { public int Doubled => By * 2; }

        [Aggregate("counter")]
        public partial class Counter
        {
            private int total;
            private Value value;

            private void Apply(Counted e)
            {
                {{body}}
            }
        }
        """;

    [Fact]
    public async Task A_projection_has_a_fingerprint_too() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("sold")] public sealed record Sold(string Shop);
        public static class Elsewhere { public static string Normal(string text) => text.Trim(); }
        [Projection("sales")]
        public partial class Sales
        {
            public int Count { get; private set; }
            [Key] static string By(Sold e) => [|Elsewhere.Normal(e.Shop)|];
            void Apply(Sold e) => Count++;
        }
        """);

    [Fact]
    public async Task What_an_upcaster_calls_elsewhere_is_found_too() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public static class Names { public static string Trim(string name) => name.Trim(); }
        [Event("named")] public sealed record NamedV1(string Name);
        [Event("named", Version = 2)] public sealed record Named(string Name) { [Upcast] public static Named From(NamedV1 old) => new([|Names.Trim(old.Name)|]); }
        [Aggregate("account")] public partial class Account { private string name = ""; private void Apply(Named e) => name = e.Name; }
        """);
}
