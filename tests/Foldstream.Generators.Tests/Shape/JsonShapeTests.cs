using Microsoft.CodeAnalysis;

namespace Foldstream.Generators.Tests;

/// <summary>What events cannot hold, and what is said about it.</summary>
public sealed class JsonShapeTests
{
    [Theory]
    [InlineData("object Any", "Any", "can be anything")]
    [InlineData("dynamic Any", "Any", "can be anything")]
    [InlineData("(int, int) Pair", "Pair", "is a tuple")]
    [InlineData("Action Act", "Act", "is a delegate")]
    [InlineData("int[,] Grid", "Grid", "several dimensions")]
    [InlineData("IComparable Face", "Face", "'IComparable', which events cannot hold")]
    [InlineData("IShape Face", "Face", "is of the interface 'IShape'")]
    [InlineData("Figure Figure", "Figure", "is of the abstract type 'Figure'")]
    [InlineData("HashSet<int> Set", "Set", "is a collection of a type that events cannot hold, 'HashSet<int>'")]
    [InlineData("Dictionary<int, string> Map", "Map", "has keys of type 'int'")]
    [InlineData("Half Half", "Half", "'Half', which events cannot hold")]
    [InlineData("nint Pointer", "Pointer", "which events cannot hold")]
    [InlineData("Version Version", "Version", "'Version', which events cannot hold")]
    [InlineData("Box<int> Box", "Box", "is of the generic type 'Box<int>'")]
    [InlineData("Hidden Hidden", "Hidden", "generated code cannot reach")]
    [InlineData("Absent Absent", "Absent", "a type that is not known")]
    [InlineData("Node Node", "Node.Next", "holds 'Node' inside of itself")]
    [InlineData("Opened? Before", "Before", "holds 'Opened' inside of itself")]
    [InlineData("Derived Derived", "Derived", "inherits members from 'Base'")]
    [InlineData("WithField Value", "Value.Number", "is a public field")]
    [InlineData("WithAttribute Value", "Value.Number", "marked with [JsonPropertyName]")]
    [InlineData("MarkedEnum Value", "Value.A", "marked with [JsonStringEnumMemberName]")]
    [InlineData("SameNames Value", "Value.number", "has the JSON name of 'Number', 'number'")]
    [InlineData("WriteOnly Value", "Value.Number", "cannot be read")]
    [InlineData("NeverRead Value", "Value.Items", "would be written, but never read")]
    [InlineData("PrivateSetter Value", "Value.Number", "would be written, but never read")]
    [InlineData("NoConstructor Value", "Value", "has no constructor")]
    [InlineData("TwoConstructors Value", "Value", "has no constructor")]
    [InlineData("OddParameter Value", "Value", "parameter 'other' is no property")]
    [InlineData("HiddenRequired Value", "Value.Number", "is required, but not public")]
    [InlineData("Opaque Value", "Value", "is an event that is not generated")]
    [InlineData("List<Dictionary<string, (int, int)[]>> Deep", "Deep[][][]", "is a tuple")]
    [InlineData("Line[] Lines", "Lines[].Pair", "is a tuple")]
    public void A_member_that_cannot_be_stored_is_named_with_a_reason_and_a_way_out(string member, string path, string reason)
    {
        var problem = Assert.Single(Problems(member));

        Assert.Equal(path, problem.Path);
        Assert.Contains(reason, problem.Reason);
        Assert.NotEmpty(problem.WayOut);
        Assert.Equal(path.Split('.', '[')[0], problem.Member.Name);
    }

    [Theory]
    [InlineData("public int Number;", "Number", "is a public field")]
    [InlineData("[System.Text.Json.Serialization.JsonIgnore] public int Number { get; init; }", "Number", "marked with [JsonIgnore]")]
    [InlineData("[System.Text.Json.Serialization.JsonInclude] private int Number { get; set; }", "Number", "marked with [JsonInclude]")]
    [InlineData("public ref int Number => throw new Exception();", "Number", "returns a reference")]
    public void A_member_of_the_event_itself_is_named(string member, string name, string reason)
    {
        var problem = Assert.Single(Problems("int First", member));

        Assert.Equal((name, name), (problem.Path, problem.Member.Name));
        Assert.Contains(reason, problem.Reason);
    }

    [Fact]
    public void Each_member_at_fault_is_named() =>
        Assert.Equal(["One", "Two", "Three.Next"], Problems("(int, int) One, (int, int) Two, Node Three").Select(problem => problem.Path));

    [Fact]
    public void What_is_wrong_with_the_event_itself_names_the_event()
    {
        var problem = Assert.Single(Problems("int First", "[System.Text.Json.Serialization.JsonConstructor] public Opened() : this(1) { }", beside: "public Opened(string text) : this(1) { }"));

        Assert.Contains("[JsonConstructor]", problem.Reason);
        Assert.Equal("", problem.Path);
    }

    [Theory]
    [InlineData("int Number, string? Text, List<int?[]> Lists, IReadOnlyDictionary<string, Uri> Map, byte[] Bytes, DayOfWeek Day")]
    [InlineData("Good Good, Good[] Many, Dictionary<string, Good?> Map")]
    [InlineData("Primary Value")]
    public void What_can_be_stored_has_no_problem(string members) => Assert.Empty(Problems(members));

    private static IReadOnlyList<JsonProblem> Problems(string parameters, string member = "", string beside = "")
    {
        var source = $$"""
            using Foldstream;
            using System.Text.Json.Serialization;
            [Event("opened")] public sealed record Opened({{parameters}}) { {{member}} {{beside}} private record Hidden; }
            public interface IShape;
            public abstract record Figure;
            public record Box<T>(T Value);
            public record Node(int Number, Node? Next);
            public record Base(int Number);
            public record Derived(int Number, string Text) : Base(Number);
            public record WithField { public int Number; }
            public record WithAttribute([property: JsonPropertyName("n")] int Number);
            public enum MarkedEnum { [JsonStringEnumMemberName("a")] A }
            public record SameNames(int Number, int number);
            public class WriteOnly { public int Number { set { } } }
            public class NeverRead { public List<int> Items { get; } = []; }
            public class PrivateSetter { public int Number { get; private set; } }
            public class NoConstructor { private NoConstructor() { } }
            public class TwoConstructors { public TwoConstructors(int number) { } public TwoConstructors(string text) { } }
            public class OddParameter(int other) { public int Sum => other; }
            internal class HiddenRequired { internal required int Number { get; init; } }
            [Event("")] public record Opaque(int Number);
            public record Line((int, int) Pair, int Number);
            public record Good(int Number, Good.Part? Of) { public record Part(string Text); public static int Shared; private int hidden; public int this[int i] => i; }
            public record Primary(int Number) { public Primary(string text) : this(text.Length) { } }
            """;
        var compilation = Compile.Sources(new CompileOptions(), source.Replace("(Hidden Hidden)", "(Opened.Hidden Hidden)", StringComparison.Ordinal));
        return JsonShape.FindProblems(compilation.GetTypeByMetadataName("Opened")!);
    }
}
