namespace Foldstream.Generators.Tests;

public sealed class FoldCachingTests
{
    private static readonly CompileOptions Options = new() { Generators = () => [new AggregateGenerator(), new FoldGenerator()] };

    private static readonly SourceFile Aggregate = new("Account.cs", """
        using Foldstream;
        [Event("moved")] public sealed record Moved(int By);
        [Aggregate("a")]
        public partial class Account
        {
            public int Total { get; private set; }
            private void Apply(Moved e) => Total += Twice(e.By);
        }
        """);

    private static readonly SourceFile Rest = new("Account.Rest.cs", """
        partial class Account
        {
            private static int Twice(int value) => value * 2;
        }
        """);

    private static readonly SourceFile Names = new("Names.cs", """
        global using Number = System.Int32;
        using Foldstream;
        [Event("moved")] public sealed record Moved(int By);
        public static class Names { public const int Factor = 2; }
        class Nothing;
        """);

    [Fact]
    public void An_edit_elsewhere_leaves_the_fold_and_its_file_alone() => Generate()
        .WithSource("Other.cs", "class Other;")
        .AssertModelUnchanged(Steps.Folds)
        .AssertOutputsCached();

    [Fact]
    public void A_comment_in_a_handler_leaves_the_fold_and_its_file_alone() => Generate()
        .Replace("Total += Twice", "/* twice */ Total += Twice")
        .AssertModelUnchanged(Steps.Folds)
        .AssertOutputsCached();

    [Fact]
    public void An_edit_of_a_handler_reaches_the_fold_and_leaves_the_dispatch_alone() => Generate()
        .Replace("Total += Twice", "Total -= Twice")
        .AssertModelModified(Steps.Folds)
        .AssertModelUnchanged(Steps.Aggregates)
        .AssertOutputsModified();

    [Fact]
    public void An_edit_of_a_helper_in_another_file_reaches_the_fold() => Generate()
        .Replace("value * 2", "value * 3")
        .AssertModelModified(Steps.Folds)
        .AssertOutputsModified();

    [Theory]
    [InlineData("const int Factor = 2", "const int Factor = 3")]
    [InlineData("record Moved(int By)", "record Moved(long By)")]
    [InlineData("global using Number = System.Int32", "global using Number = System.Int64")]
    [InlineData("class Nothing;", "static class Nothing { public static Number Sum(this List<Number> numbers) => 1; }")]
    public void An_edit_of_what_a_handler_names_in_another_file_reaches_the_fold(string code, string replacement) => Compile
        .Generate(Options, Names, """
            using Foldstream;
            [Aggregate("a")]
            public partial class Account
            {
                public decimal Total { get; private set; }
                private void Apply(Moved e)
                {
                    List<Number> numbers = [(Number)e.By];
                    Total += numbers.Sum() * Names.Factor;
                }
            }
            """)
        .Replace(code, replacement)
        .AssertModelModified(Steps.Folds);

    [Fact]
    public void An_edit_inside_of_another_member_leaves_the_fold_alone() => Compile
        .Generate(Options, Aggregate, Rest, "class Other { int Number() => 1; }")
        .Replace("=> 1", "=> 2")
        .AssertModelUnchanged(Steps.Folds)
        .AssertOutputsCached();

    [Fact]
    public void The_model_holds_values_only()
    {
        ModelShape.AssertNoRoslynTypes(typeof(FoldModel));
        ModelShape.AssertValueEquality(typeof(FoldModel));
    }

    private static GeneratorRun Generate() => Compile.Generate(Options, Aggregate, Rest);
}
