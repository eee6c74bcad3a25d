namespace Foldstream.Generators.Tests;

/// <summary>How stored events are read belongs to a fold: upcasters, older shapes, converters.</summary>
public sealed class ReadingFingerprintTests
{
    private const string Source = """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;

        [Event("moved", Version = 2)]
        public sealed record MovedV2(int By)
        {
            [Upcast(from: 1)] public static JsonObject FromV1(JsonObject old) { old["by"] = 1; return old; }
        }

        [Event("moved", Version = 3)]
        public sealed record Moved([property: JsonConverter(typeof(StepsConverter))] Steps By)
        {
            [Upcast] public static Moved From(MovedV2 old) => new(Read(old.By));
            private static Steps Read(int by) => new(by + 10);
        }

        public readonly record struct Steps(int Count);

        public sealed class StepsConverter : JsonConverter<Steps>
        {
            private const int Factor = 2;
            public override Steps Read(ref Utf8JsonReader reader, System.Type typeToConvert, JsonSerializerOptions options) => new(Scale(reader.GetInt32()));
            public override void Write(Utf8JsonWriter writer, Steps value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Count);
            private static int Scale(int value) => value * Factor;
            private static int NeverCalled() => 70;
        }

        [JsonConverter(typeof(ColorConverter))] public sealed record Color(string Name);

        public sealed class ColorConverter : JsonConverter<Color>
        {
            public override Color Read(ref Utf8JsonReader reader, System.Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "red");
            public override void Write(Utf8JsonWriter writer, Color value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
        }

        [Event("painted")] public sealed record Painted(Color Color);

        [Event("noted", Version = 2)] public sealed record Noted(string Text) { [Upcast] public static Noted From(NotedV1 old) => new(old.Text + "!"); }
        [Event("noted")] public sealed record NotedV1(string Text);

        [Aggregate("a")]
        public partial class Account
        {
            public int Total { get; private set; }
            private void Apply(Moved e) => Total += e.By.Count;
            private void Apply(Painted e) => Total += e.Color.Name.Length;
        }
        """;

    private static readonly Lazy<string> Original = new(() => Of(Source));

    [Theory]
    [InlineData("an upcaster", "new(Read(old.By))", "new(Read(-old.By))")]
    [InlineData("what an upcaster calls of its event", "by + 10", "by + 11")]
    [InlineData("an upcaster of JSON", "old[\"by\"] = 1;", "old[\"by\"] = 2;")]
    [InlineData("the version that an upcaster starts from", "from: 1", "from: 0")]
    [InlineData("an older shape", "record MovedV2(int By)", "record MovedV2(int By, int More = 3)")]
    [InlineData("a member's converter", "reader.GetInt32())", "-reader.GetInt32())")]
    [InlineData("what a converter calls of its own", "value * Factor", "value * 3")]
    [InlineData("a constant of a converter", "Factor = 2", "Factor = 4")]
    [InlineData("a type's converter", "?? \"red\"", "?? \"blue\"")]
    public void What_changes_how_an_event_is_read_changes_the_fingerprint(string change, string code, string replacement) =>
        Assert.True(Original.Value != Of(Edited(code, replacement)), $"The fingerprint does not follow {change}.");

    [Theory]
    [InlineData("a comment in an upcaster", "new(Read(old.By))", "/* as before */ new(Read(old.By))")]
    [InlineData("a renamed parameter of an upcaster", "Moved From(MovedV2 old) => new(Read(old.By))", "Moved From(MovedV2 older) => new(Read(older.By))")]
    [InlineData("what a converter never calls", "=> 70", "=> 71")]
    [InlineData("the upcaster of an event that is not handled", "old.Text + \"!\"", "old.Text + \"?\"")]
    public void What_does_not_leaves_it_as_it_is(string change, string code, string replacement) =>
        Assert.True(Original.Value == Of(Edited(code, replacement)), $"The fingerprint follows {change}.");

    [Fact]
    public void A_new_upcaster_in_another_file_reaches_the_fold()
    {
        var run = Generate.Folds(new SourceFile("Account.cs", "[Event(\"moved\", Version = 2)] public sealed record Moved(int By); [Aggregate(\"a\")] public partial class Account { int total; void Apply(Moved e) => total += e.By; }"));

        run.WithSource("Old.cs", "[Foldstream.Event(\"moved\")] public sealed record MovedV1 { [Foldstream.Upcast] public static Moved To(MovedV1 old) => new(1); }").AssertModelModified(Steps.Folds);
    }

    [Fact]
    public void An_edit_of_an_upcaster_in_another_file_reaches_the_fold() => Generate
        .Folds(
            new SourceFile("Account.cs", "[Event(\"moved\", Version = 2)] public sealed record Moved(int By); [Aggregate(\"a\")] public partial class Account { int total; void Apply(Moved e) => total += e.By; }"),
            new SourceFile("Old.cs", "[Event(\"moved\")] public sealed record MovedV1 { [Upcast] public static Moved To(MovedV1 old) => new(1); }"))
        .Replace("new(1)", "new(2)")
        .AssertModelModified(Steps.Folds);

    private static string Edited(string code, string replacement)
    {
        Assert.Contains(code, Source, StringComparison.Ordinal);
        return Source.Replace(code, replacement, StringComparison.Ordinal);
    }

    private static string Of(string source) => Fingerprint.In(Generate.Folds(source), "Account.AggregateFold.g.cs");
}
