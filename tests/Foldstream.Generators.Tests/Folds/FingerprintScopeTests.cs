using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.Generators.Tests;

public sealed class FingerprintScopeTests
{
    private const string Source = """
        namespace Bank
        {
            [Event("moved")] public sealed record Moved(int By);
            [Aggregate("a")]
            public partial class Account
            {
                public int Total { get; private set; }
                private void Apply(Moved e) => Total += Twice(e.By);
                private static int Twice(int value) => value * 2;
            }
        }
        """;

    private static readonly string Original = Of(Source);

    [Fact]
    public void It_stays_the_same_between_versions_of_the_generator()
    {
        var bank = Bank.Run();

        Assert.Equal("8758505f3639b2e94cb1f262d7359540", Fingerprint.Of(bank, Bank.Account));
        Assert.Equal("7aac1897073fc693bcd5f503fa8d5c77", Fingerprint.Of(bank, Bank.Wallet));
    }

    [Fact]
    public void The_parts_of_a_type_may_stand_in_any_file()
    {
        var split = Generate.Folds(
            Source.Replace("private static int Twice(int value) => value * 2;", "", StringComparison.Ordinal),
            "namespace Bank; partial class Account { private static int Twice(int value) => value * 2; }");

        Assert.Equal(Original, Fingerprint.In(split, "Bank.Account.AggregateFold.g.cs"));
    }

    [Fact]
    public void The_type_may_be_renamed_and_moved() => Assert.Equal(
        Original, Of(Source.Replace("Account", "Ledger", StringComparison.Ordinal).Replace("Bank", "Books", StringComparison.Ordinal), "Books.Ledger"));

    [Fact]
    public void An_event_may_be_renamed_and_moved() => Assert.Equal(
        Original, Of(Source.Replace("[Event(\"moved\")] public sealed record Moved(int By);", "", StringComparison.Ordinal).Replace("Moved", "Other.WasMoved", StringComparison.Ordinal)
            + "namespace Other { [Event(\"moved\")] public sealed record WasMoved(int By); }"));

    [Fact]
    public void The_assembly_does_not_matter() => Assert.Equal(
        Original, Fingerprint.In(Compile.Generate(Generate.FoldsOnly with { AssemblyName = "Another" }, "using Foldstream;\n" + Source), "Bank.Account.AggregateFold.g.cs"));

    [Fact]
    public void Names_in_json_count() => Assert.NotEqual(
        Original, Of(Source.Replace("record Moved(int By)", "record Moved([property: System.Text.Json.Serialization.JsonPropertyName(\"b\")] int By)", StringComparison.Ordinal)));

    [Fact]
    public void Checked_arithmetic_of_the_project_counts()
    {
        var compilation = Compile.Sources(new CompileOptions(), "using Foldstream;\n" + Source);
        var isChecked = compilation.WithOptions(compilation.Options.WithOverflowChecks(true));

        Assert.Equal(Original, Of(compilation, "Bank.Account"));
        Assert.NotEqual(Original, Of(isChecked, "Bank.Account"));
    }

    [Theory]
    [InlineData("By * 2", "By * 3")]
    [InlineData("total = 1", "total = 2")]
    [InlineData("total = 7", "total = 8")]
    [InlineData("=> 5", "=> 6")]
    public void Base_types_belong_to_the_fold(string code, string replacement)
    {
        const string Derived = """
            [Event("moved")] public sealed record Moved(int By);
            public abstract class Base
            {
                protected int total = 1;
                protected Base() => total = 7;
                protected virtual int Extra => 4;
                protected void Apply(Moved e) => total += e.By * 2 + Extra;
            }
            [Aggregate("a")]
            public partial class Account : Base
            {
                protected override int Extra => 5;
            }
            """;

        Assert.NotEqual(Of(Derived, "Account"), Of(Derived.Replace(code, replacement, StringComparison.Ordinal), "Account"));
    }

    [Fact]
    public void What_an_event_implements_an_interface_by_counts()
    {
        const string Payments = """
            public interface IPayment { int Cost { get; } }
            [Event("paid")] public sealed record Paid(int Amount) : IPayment { public int Cost => Amount + 1; }
            [Aggregate("a")]
            public partial class Account
            {
                private int total;
                private void Apply(Paid e) => Add(e);
                private void Add(IPayment payment) => total += payment.Cost;
            }
            """;

        Assert.NotEqual(Of(Payments, "Account"), Of(Payments.Replace("Amount + 1", "Amount + 2", StringComparison.Ordinal), "Account"));
    }

    [Fact]
    public void The_pattern_of_a_generated_regex_counts()
    {
        // What the framework's own generator writes is not there yet when ours runs.
        static string Matching(string pattern) => Fingerprint.In(Generate.Folds($$"""
            using System.Text.RegularExpressions;
            [Event("noted")] public sealed record Noted(string Text);
            [Aggregate("a")]
            public partial class A
            {
                private bool found;
                private void Apply(Noted e) => found = Pattern().IsMatch(e.Text);
                [GeneratedRegex("{{pattern}}")] private static partial Regex Pattern();
            }
            """), "A.AggregateFold.g.cs");

        Assert.NotEqual(Matching("a"), Matching("b"));
    }

    [Fact]
    public void Types_that_hold_themselves_end()
    {
        var fingerprint = Of("""
            public sealed record Node<T>(T Value, Node<List<T>>? Next, Leaf? Leaf);
            public sealed record Leaf(Leaf? Next, Dictionary<string, Leaf[]> More);
            [Event("grown")] public sealed record Grown(Node<int> Root);
            [Aggregate("tree")]
            public partial class Tree
            {
                public Node<int>? Root { get; private set; }
                private void Apply(Grown e) => Root = e.Root;
            }
            """, "Tree");

        Assert.Equal(32, fingerprint.Length);
    }

    [Fact]
    public void Events_of_another_assembly_count_by_what_they_hold()
    {
        Assert.Equal(WithLibrary("int By"), WithLibrary("int By"));
        Assert.NotEqual(WithLibrary("int By"), WithLibrary("int By, int More = 0"));
    }

    private static string WithLibrary(string members)
    {
        using var image = new MemoryStream();
        var library = Compile.Sources(
            new CompileOptions { AssemblyName = "Library" }, $"[Foldstream.Event(\"moved\")] public sealed record Moved({members});");
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var source = Source.Replace("[Event(\"moved\")] public sealed record Moved(int By);", "", StringComparison.Ordinal);
        return Of(Compile.Sources(new CompileOptions(), "using Foldstream;\n" + source).AddReferences(MetadataReference.CreateFromImage(image.ToArray())), "Bank.Account");
    }

    private static string Of(string source, string type = "Bank.Account") => HandlerBodies.Of(source, $"{type}.AggregateFold.g.cs");

    private static string Of(CSharpCompilation compilation, string type)
    {
        var result = CSharpGeneratorDriver.Create(new FoldGenerator()).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();
        return Assert.Single(result.GeneratedTrees, tree => tree.FilePath.EndsWith($"{type}.AggregateFold.g.cs", StringComparison.Ordinal))
            .ToString().Split('"')[1];
    }
}
