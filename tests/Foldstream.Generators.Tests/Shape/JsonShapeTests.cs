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
    [InlineData("Queue<int> Queue", "Queue", "is a collection of a type that events cannot hold, 'Queue<int>'")]
    [InlineData("Int128 Large", "Large", "is a number of type 'Int128'")]
    [InlineData("System.Numerics.BigInteger Large", "Large", "is a number of type 'BigInteger'")]
    [InlineData("Memory<char> Text", "Text", "'Memory<char>', which events cannot hold")]
    [InlineData("Dictionary<double, string> Map", "Map", "has keys of type 'double'")]
    [InlineData("Dictionary<Of, string> Map", "Map", "has keys of type 'Of'")]
    [InlineData("NoValue Id", "Id", "is marked with [EventValue], and no public constructor")]
    [InlineData("Beside Id", "Id.Text", "stands beside the one value")]
    [InlineData("MaybeText Id", "Id.Text", "may be null, and so may 'MaybeText'")]
    [InlineData("MarkedValue Id", "Id.Number", "marked with [JsonPropertyName]")]
    [InlineData("Pair Id", "Id.Value", "is a tuple")]
    [InlineData("nint Pointer", "Pointer", "which events cannot hold")]
    [InlineData("Box<(int, int)> Box", "Box.Value", "is a tuple")]
    [InlineData("Phantom<Hidden> Box", "Box", "of type 'Hidden', which generated code cannot reach")]
    [InlineData("Hidden Hidden", "Hidden", "generated code cannot reach")]
    [InlineData("Absent Absent", "Absent", "a type that is not known")]
    [InlineData("BadNode Node", "Node.Pair", "is a tuple")]
    [InlineData("Stranger Value", "Value", "lists 'Node', a type that is not derived from it")]
    [InlineData("NoKinds Value", "Value", "lists no type")]
    [InlineData("NoIds Value", "Value", "lists 'Kind' without a discriminator")]
    [InlineData("SameIds Value", "Value", "lists several types as 'a'")]
    [InlineData("SameKinds Value", "Value", "lists 'SameKind' several times")]
    [InlineData("AbstractKinds Value", "Value", "lists 'AbstractKind', a type without objects of its own")]
    [InlineData("BadDiscriminator Value", "Value", "has the name '$id', which is not free")]
    [InlineData("Tolerant Value", "Value", "takes what it does not list")]
    [InlineData("BadKinds Value", "Value.Pair", "is a tuple")]
    [InlineData("KindNames Value", "Value.Number", "has the JSON name 'kind' in the hierarchy of 'KindNames'")]
    [InlineData("KindConverted Value", "Value", "marked with [JsonConverter]")]
    [InlineData("Derived Derived", "Derived.Pair", "is a tuple")]
    [InlineData("Failure Failure", "Failure", "inherits members from 'Exception' of .NET")]
    [InlineData("InheritsField Value", "Value.Number", "is a public field")]
    [InlineData("InheritsAttribute Value", "Value.Number", "marked with [JsonNumberHandling]")]
    [InlineData("WithField Value", "Value.Number", "is a public field")]
    [InlineData("WithAttribute Value", "Value.Number", "marked with [JsonNumberHandling]")]
    [InlineData("Color Value", "Value", "'JsonStringEnumConverter', which is a factory")]
    [InlineData("MarkedBadly Value", "Value.Number", "'TextConverter', which is not one of 'int'")]
    [InlineData("MarkedHidden Value", "Value.Text", "'HiddenConverter', which generated code cannot make")]
    [InlineData("MarkedTwice Value", "Value", "is marked with [EventValue] and with [JsonConverter]")]
    [InlineData("MarkedNone Value", "Value.Text", "names no converter")]
    [InlineData("NeverNull Value", "Value.Number", "left out when it is null, which it can never be")]
    [InlineData("ReadNever Value", "Value.Number", "ignored when it is read, and is a parameter")]
    [InlineData("RequiredIgnored Value", "Value.Number", "is required, and ignored when it is read")]
    [InlineData("RequiredComputed Value", "Value.Number", "[JsonRequired], and never read")]
    [InlineData("RequiredAbsent Value", "Value.Number", "[JsonRequired], and may be left out")]
    [InlineData("BrokenName Value", "Value.Number", "half a surrogate pair")]
    [InlineData("SameGivenNames Value", "Value.Second", "has the JSON name of 'First', 'a'")]
    [InlineData("HiddenConstructor Value", "Value", "[JsonConstructor] and not public")]
    [InlineData("ManyConstructors Value", "Value", "has several constructors in 'ManyConstructors'")]
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
        Assert.Equal(["One", "Two", "Three.Pair"], Problems("(int, int) One, (int, int) Two, BadNode Three").Select(problem => problem.Path));

    [Fact]
    public void What_is_wrong_with_the_event_itself_names_the_event()
    {
        var problem = Assert.Single(Problems("int First", "[System.Text.Json.Serialization.JsonConstructor] internal Opened() : this(1) { }", beside: "public Opened(string text) : this(1) { }"));

        Assert.Contains("[JsonConstructor]", problem.Reason);
        Assert.Equal("", problem.Path);
    }

    [Theory]
    [InlineData("int Number, string? Text, List<int?[]> Lists, IReadOnlyDictionary<string, Uri> Map, byte[] Bytes, DayOfWeek Day")]
    [InlineData("Good Good, Good[] Many, Dictionary<string, Good?> Map")]
    [InlineData("Primary Value")]
    [InlineData("Marked Marked")]
    [InlineData("Node Node, Opened? Before, ITree Tree, Dictionary<string, ITree> Trees")]
    [InlineData("Box<int> Box, Box<Box<string?>>? Nested, Sealed Sealed, Around<Guid>.Inner Inner")]
    [InlineData("Id Id, Id? Maybe, Of Of, Dictionary<Id, Of> Map, Dictionary<DayOfWeek, Id[]> Days, Dictionary<ushort, string> Names")]
    public void What_can_be_stored_has_no_problem(string members) => Assert.Empty(Problems(members));

    private static IReadOnlyList<JsonProblem> Problems(string parameters, string member = "", string beside = "")
    {
        var source = $$"""
            using Foldstream;
            using System.Text.Json.Serialization;
            [Event("opened")] public sealed record Opened({{parameters}}) : ITree { {{member}} {{beside}} private record Hidden; }
            public interface IShape;
            public abstract record Figure;
            public record Box<T>(T Value);
            public record Node(int Number, Node? Next);
            public record BadNode((int, int) Pair, BadNode? Next);
            [JsonDerivedType(typeof(Node), "a")] public abstract record Stranger;
            [JsonPolymorphic] public abstract record NoKinds;
            [JsonDerivedType(typeof(Kind))] public abstract record NoIds; public record Kind : NoIds;
            [JsonDerivedType(typeof(SameId), "a"), JsonDerivedType(typeof(OtherId), "a")] public abstract record SameIds; public record SameId : SameIds; public record OtherId : SameIds;
            [JsonDerivedType(typeof(SameKind), "a"), JsonDerivedType(typeof(SameKind), "b")] public abstract record SameKinds; public record SameKind : SameKinds;
            [JsonDerivedType(typeof(AbstractKind), "a")] public abstract record AbstractKinds; public abstract record AbstractKind : AbstractKinds;
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "$id"), JsonDerivedType(typeof(BadDiscriminator), "a")] public record BadDiscriminator;
            [JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType), JsonDerivedType(typeof(Tolerant), "a")] public record Tolerant;
            [JsonDerivedType(typeof(BadKind), "a")] public interface BadKinds; public record BadKind((int, int) Pair) : BadKinds;
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(KindName), 1)] public interface KindNames; public record KindName([property: JsonPropertyName("kind")] int Number) : KindNames;
            [JsonDerivedType(typeof(KindWith), 1)] public interface KindConverted; [JsonConverter(typeof(KindWithConverter))] public record KindWith : KindConverted; public class KindWithConverter : JsonConverterOf<KindWith>;
            [JsonDerivedType(typeof(Leaf), "leaf"), JsonDerivedType(typeof(Inner), 2), JsonDerivedType(typeof(Opened), "opened")] public interface ITree; public record Leaf : ITree; public record struct Inner(ITree Left, ITree? Right) : ITree;
            public record Phantom<T>(int Number);
            public abstract record Base(int Number) { public (int, int) Pair { get; init; } }
            public record Derived(int Number, string Text) : Base(Number);
            public class Failure : Exception;
            public record InheritsField : WithField;
            public record InheritsAttribute(int Number) : WithAttribute(Number);
            public record WithField { public int Number; }
            public record WithAttribute([property: JsonNumberHandling(JsonNumberHandling.Strict)] int Number);
            [JsonConverter(typeof(JsonStringEnumConverter))] public enum Color { Red }
            public class TextConverter : JsonConverter<string> { public override string Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => ""; public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) { } }
            public class HiddenConverter : TextConverter { internal HiddenConverter() { } }
            public record MarkedBadly([property: JsonConverter(typeof(TextConverter))] int Number);
            public record MarkedHidden([property: JsonConverter(typeof(HiddenConverter))] string Text);
            public record MarkedNone([property: JsonConverter(null!)] string Text);
            [EventValue, JsonConverter(typeof(MarkedTwiceConverter))] public record MarkedTwice(int Number);
            public abstract class JsonConverterOf<T> : JsonConverter<T> { public override T Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => throw new(); public override void Write(System.Text.Json.Utf8JsonWriter writer, T value, System.Text.Json.JsonSerializerOptions options) { } }
            public class MarkedTwiceConverter : JsonConverterOf<MarkedTwice>;
            public record NeverNull([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int Number);
            public record ReadNever([property: JsonIgnore(Condition = (JsonIgnoreCondition)5)] int Number);
            public class RequiredIgnored { [JsonIgnore] public required int Number { get; init; } }
            public class RequiredComputed { [JsonRequired] public int Number => 1; }
            public class RequiredAbsent { [JsonRequired, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Number { get; init; } }
            public record BrokenName([property: JsonPropertyName("\ud800")] int Number);
            public record SameGivenNames([property: JsonPropertyName("a")] int First, [property: JsonPropertyName("a")] int Second);
            public class HiddenConstructor { [JsonConstructor] internal HiddenConstructor() { } }
            public class ManyConstructors { [JsonConstructor] public ManyConstructors() { } [JsonConstructor] public ManyConstructors(int number) { } public int Number { get; init; } = 1; }
            public class Marked { [JsonConstructor] public Marked(string text) { } public Marked(int number) { } public string Text { get; } = ""; [JsonIgnore] public object? Any { get; set; } [JsonIgnore] public int Field; [JsonIgnore] public int Written { set { } } [JsonConverter(typeof(TextConverter))] public string Other { get; init; } = ""; [JsonIgnore] private object? Hidden { get; set; } }
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
            [EventValue] public record struct Id(Guid Value) { public string Short => ""; public Id(string text) : this(Guid.Parse(text)) { } }
            [EventValue] public record Of(List<Id> Value);
            [EventValue] public record NoValue(int First, int Second);
            [EventValue] public record Beside(int Number) { public string Text { get; init; } = ""; }
            [EventValue] public record MaybeText(string? Text);
            [EventValue] public record MarkedValue([property: JsonPropertyName("n")] int Number);
            [EventValue] public record Pair((int, int) Value);
            public abstract class Abstract { public abstract int Number { get; } public virtual string Text { get; init; } = ""; }
            public sealed class Sealed : Abstract { public override int Number => 1; public override string Text { get; init; } = "a"; }
            public class Around<T> { public record Inner(T Value); }
            public record Primary(int Number) { public Primary(string text) : this(text.Length) { } }
            """;
        var compilation = Compile.Sources(new CompileOptions(), source.Replace("(Hidden Hidden)", "(Opened.Hidden Hidden)", StringComparison.Ordinal).Replace("<Hidden>", "<Opened.Hidden>", StringComparison.Ordinal));
        return JsonShape.FindProblems(compilation.GetTypeByMetadataName("Opened")!);
    }
}
