using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.StateNameRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class StateNameTests
{
    private const string Start = "using Foldstream; using System.Text.Json.Serialization; [Event(\"sold\")] public sealed record Sold(string Shop); ";

    [Theory]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop { int _count; public int [|Count|] { get; private set; } }", "'Shop._count' and 'Shop.Count' of aggregate 'Shop' are both kept as 'count'")]
    [InlineData("public class Base { int count; } [Projection(\"a\")] public partial class [|Shop|] : Base { int count; [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } }", "'Shop.count' and 'Base.count' of projection 'Shop' are both kept as 'count'")]
    public async Task Two_members_of_one_name_are_told(string types, string message) => Assert.StartsWith(
        message, Assert.Single((await Verify.VerifyAnalyzerAsync(Start + types)).Messages()), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Aggregate(\"a\")] public partial class Shop { int _count; public int Count { get; private set; } }")]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop { [JsonPropertyName(\"n\")] int _count; public int Count { get; private set; } }")]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop { [JsonIgnore] int _count; public int Count { get; private set; } static int count; const int COUNT = 1; }")]
    public async Task Names_of_their_own_are_left_alone(string types) => await Verify.VerifyAnalyzerAsync(Start + types);
}
