using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.UnstorableStateRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnstorableStateTests
{
    private const string Start = "using Foldstream; using System.Text.Json.Serialization; ";

    [Theory]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop { object [|anything|] = 1; }", "'anything' of aggregate 'Shop' can be anything: give it the type that it really has, or leave it out with [JsonIgnore]")]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop { public Action? [|Sold|]; }", "'Sold' of aggregate 'Shop' is a delegate: keep data in events, and behaviour out of them, or leave it out with [JsonIgnore]")]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop { record Line(int Count); List<Line> [|lines|] = []; }", "'lines[]' of aggregate 'Shop' is of type 'Line', which generated code cannot reach: make 'Line' and the types around it internal or public, or leave it out with [JsonIgnore]")]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class [|Shop|] : Exception;", "The state of aggregate 'Shop' inherits from 'Exception' of another assembly, whose private state cannot be seen here: declare that base class in this project, or hold it in a member of a type that can be stored")]
    [InlineData("public class Base<T> { int count; } [Aggregate(\"a\"), Snapshot] public partial class [|Shop|] : Base<int>;", "'count' of aggregate 'Shop' belongs to the generic type 'Base', where generated code of 'Shop' cannot set it: make it protected, a property with its setter and a field without readonly, or leave it out with [JsonIgnore]")]
    [InlineData("[Event(\"opened\")] public sealed record Opened(int No); [Projection(\"a\")] public partial class Shop { [JsonPropertyName(\"$id\")] public int [|Number|] { get; private set; } [Key] private static string By(Opened e) => \"k\"; private void Apply(Opened e) => Number++; }", "'Number' of projection 'Shop' has the JSON name '$id', and names that begin with '$' are those of the fields that every document has: give it another name, or leave it out with [JsonIgnore]")]
    [InlineData("[Decider(\"a\"), Snapshot] public partial record Shop(int Count) { int [|hidden|]; public static Shop InitialState => new(0); }", "'hidden' of decider 'Shop' is not public, and a decider's state is written by its public properties: make it a public property that is set by a constructor or an initializer, or leave it out with [JsonIgnore]")]
    [InlineData("[Decider(\"a\"), Snapshot] public abstract partial record [|Shop|] { public static Shop InitialState => null!; }", "The state of decider 'Shop' is of the abstract type 'Shop', and the stored text does not say which type it was: use a concrete type, list its kinds with [JsonDerivedType(typeof(…), \"…\")], or leave it to a JsonSerializerContext that lists it and that [assembly: EventJson(typeof(…))] names")]
    public async Task What_cannot_be_kept_is_named_with_the_way_out(string types, string message) =>
        Assert.Equal([message], (await Verify.VerifyAnalyzerAsync(Start + types)).Messages());

    [Theory]
    [InlineData("[Aggregate(\"a\")] public partial class Shop { object anything = 1; }")]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop { [JsonIgnore] object anything = 1; public event Action? Sold; static object shared = 1; }")]
    [InlineData("public class Base<T> { protected T? Held { get; set; } } [Aggregate(\"a\"), Snapshot] public partial class Shop : Base<int>;")]
    public async Task What_can_be_kept_or_is_left_out_is_left_alone(string types) => await Verify.VerifyAnalyzerAsync(Start + types);
}
