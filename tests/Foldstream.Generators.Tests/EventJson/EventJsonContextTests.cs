namespace Foldstream.Generators.Tests;

/// <summary>Types that are left to the user's JsonSerializerContext.</summary>
public sealed class EventJsonContextTests
{
    // As the generator of System.Text.Json completes it.
    private const string Context = """
        namespace Bank;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        [JsonSerializable(typeof(SortedSet<int>)), JsonSerializable(typeof(Money)), JsonSerializable(typeof(Loose)), JsonSerializable(typeof(Holder)), JsonSerializable(typeof(Tree)), JsonSerializable(typeof(object)), JsonSerializable(typeof((int, int))), JsonSerializable(typeof(Int128))]
        internal sealed class BankContext() : JsonSerializerContext(null)
        {
            public static BankContext Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        public sealed record Money(decimal Amount);
        public sealed record Loose(object Anything);
        public sealed record Holder(SortedSet<int> Set, Queue<int> Queue);
        public sealed record Tree(Tree? Left, LinkedList<Tree>? Others);
        """;

    private const string Attribute = "[assembly: EventJson(typeof(Bank.BankContext))]";

    [Theory]
    [InlineData("SortedSet<int>? Value", "SortedSetOf__System_Int32")]
    [InlineData("Bank.Loose Value", "Bank_Loose")]
    [InlineData("Bank.Holder[] Value", "Bank_Holder")]
    [InlineData("Bank.Tree Value", "Bank_Tree")]
    public void What_the_context_lists_and_the_generator_cannot_serve_goes_to_the_context(string member, string shape)
    {
        var run = Generate.Events(Context, $"{Attribute}\n[Event(\"opened\")] public sealed record Opened({member});").AssertCompiles().AssertNoWarnings();

        Assert.Contains("global::Bank.BankContext.Default.GetTypeInfo(", run.Generated($"{shape}.Shape.g.cs"));
    }

    [Fact]
    public void What_the_generator_can_serve_does_not_go_to_the_context() =>
        Assert.DoesNotContain("BankContext", Generate.Events(Context, $"{Attribute}\n[Event(\"opened\")] public sealed record Opened(Bank.Money Value);").AssertCompiles().Generated("Bank_Money.Shape.g.cs"));

    [Fact]
    public Task A_type_that_is_left_to_the_context() =>
        Verify(Generate.Events(Context, $"{Attribute}\n[Event(\"opened\")] public sealed record Opened(SortedSet<int> Value);").AssertCompiles().AssertNoWarnings().Driver);

    [Theory]
    [InlineData("SortedSet<string> Value", Attribute, ", or list it in 'BankContext' with [JsonSerializable(typeof(SortedSet<string>))]")]
    [InlineData("SortedSet<string>? Value", "", ", or leave it to a JsonSerializerContext that lists it and that [assembly: EventJson(typeof(…))] names")]
    [InlineData("SortedSet<string> Value", "[assembly: EventJson(typeof(Bank.Money))]", ", or let 'Money', which [assembly: EventJson] names, be a JsonSerializerContext that generated code can reach")]
    public void What_neither_covers_is_told_with_the_way_to_the_context(string member, string attribute, string wayOut) => Assert.EndsWith(wayOut, Problem(member, attribute).WayOut);

    [Theory]
    [InlineData("object Value")]
    [InlineData("(int, int) Value")]
    [InlineData("Int128 Value")]
    public void What_would_not_come_back_as_it_was_is_refused_even_where_the_context_lists_it(string member) =>
        Assert.DoesNotContain("JsonSerializ", Problem(member, Attribute).WayOut);

    [Fact]
    public void An_event_of_another_assembly_keeps_to_the_context_of_its_own()
    {
        var library = Generate.Events(Context, $"{Attribute}\nnamespace Bank {{ [Event(\"opened\")] public sealed record Opened(SortedSet<int> Value); }}").AssertCompiles().Output.ToMetadataReference();
        var compilation = Compile.Sources(new CompileOptions(), "using Foldstream; [Event(\"held\")] public sealed record Held(Bank.Opened First);").AddReferences(library);

        Assert.Empty(JsonShape.FindProblems(compilation.GetTypeByMetadataName("Held")!));
    }

    [Fact]
    public void A_type_that_the_context_lists_anew_reaches_its_event()
    {
        var edited = Generate.Events(Context, $"{Attribute}\n[Event(\"opened\")] public sealed record Opened(Queue<int> Value);");
        Assert.Empty(edited.HintNames());

        Assert.Contains("QueueOf__System_Int32.Shape.g.cs", edited.Replace("JsonSerializable(typeof(Money))", "JsonSerializable(typeof(Queue<int>))").AssertCompiles().HintNames());
    }

    private static JsonProblem Problem(string member, string attribute)
    {
        var compilation = Compile.Sources(new CompileOptions(), $"using Foldstream;\n{attribute}\n[Event(\"opened\")] public sealed record Opened({member});", Context);
        return Assert.Single(JsonShape.FindProblems(compilation.GetTypeByMetadataName("Opened")!));
    }
}
