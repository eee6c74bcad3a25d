namespace Foldstream.Generators.Tests;

/// <summary>What users write: the generated code compiles without a warning.</summary>
public sealed class ProjectionRobustnessTests
{
    private const string Events = """
        namespace Bank;
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Text.Json.Serialization;
        [Event("opened")] public sealed record Opened(string Owner);
        [Event("struct-moved")] public readonly record struct Moved(int By);

        """;

    private const string Handlers = "[Key] static string By(Opened e) => e.Owner; void Apply(Opened e) { }";

    [Fact]
    public void Values_of_every_type_have_fields() => Everything("""
        [EventValue] public readonly record struct Id(Guid Value);
        [EventValue] public sealed record Name(string Text);
        [EventValue] public readonly record struct Kind(DayOfWeek Day);
        [EventValue] public readonly record struct Maybe(int? Value);
        [Flags] public enum Rights { Read = 1, Write = 2 }
        [Projection("all")]
        public partial class View
        {
            public string? Text { get; set; } public bool Bool { get; set; } public bool? BoolN { get; set; }
            public byte A { get; set; } public sbyte B { get; set; } public short C { get; set; } public ushort D { get; set; } public int E { get; set; } public uint F { get; set; }
            public long G { get; set; } public ulong H { get; set; } public float I { get; set; } public double J { get; set; } public decimal K { get; set; } public Half L { get; set; } public Half? M { get; set; }
            public char N { get; set; } public char? O { get; set; } public Guid P { get; set; } public DateTime Q { get; set; } public DateTimeOffset? R { get; set; } public DateOnly S { get; set; }
            public TimeOnly? T { get; set; } public TimeSpan U { get; set; } public Uri? V { get; set; } public Version W { get; set; } = new(); public byte[] X { get; set; } = []; public ReadOnlyMemory<byte> Y { get; set; }
            public Id Id { get; set; } public Id? IdN { get; set; } public Name? Name { get; set; } public Kind Kind { get; set; } public Kind? KindN { get; set; } public Maybe Maybe { get; set; } public Rights Rights { get; set; } public Rights? RightsN { get; set; }
            public int?[] Ints { get; set; } = []; public List<Rights> ManyRights { get; set; } = []; public HashSet<Name> Names { get; set; } = []; public ImmutableArray<Id> Ids { get; set; } = []; public List<List<int>> Nested { get; set; } = [];
            public Dictionary<string, decimal?> Sums { get; set; } = []; public Dictionary<DayOfWeek, List<Id>> Days { get; set; } = [];
            HANDLERS
        }
        """, out var run);

    [Fact]
    public void What_cannot_be_asked_for_has_no_field_and_is_kept_all_the_same()
    {
        Everything("""
            [JsonDerivedType(typeof(Circle), "circle")] public abstract record Figure;
            public sealed record Circle(int Radius) : Figure;
            public sealed record Node(string Text, Node? Next, List<Node> Children);
            public sealed record MoneyFields(decimal Money);
            [Projection("odd")]
            public partial class View
            {
                public Figure? Figure { get; set; }
                public Node? Tree { get; set; }
                public byte[] Bytes { get; set; } = [];
                public MoneyFields? MoneyFieldsFields { get; set; }
                public Opened? Last { get; private set; }
                internal int Inside { get; set; }
                [Obsolete] public int Old { get; set; }
                HANDLERS
            }
            """, out var run);

        var fields = run.Generated("Bank.View.Fields.g.cs");
        Assert.DoesNotContain(" Figure ", fields, StringComparison.Ordinal);
        Assert.DoesNotContain("Next", fields, StringComparison.Ordinal);
        Assert.DoesNotContain("Bytes", fields, StringComparison.Ordinal);
        Assert.DoesNotContain("Inside", fields, StringComparison.Ordinal);
        Assert.Contains("OpenedFields Last", fields, StringComparison.Ordinal);
        Assert.Contains("Field<string> Text", fields, StringComparison.Ordinal);
        Assert.Contains("Bank_Figure.Write(writer, value.Figure)", run.Generated("Bank.View.State.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void State_is_reached_wherever_it_stands() => Everything("""
        public abstract class Far { private readonly string first = ""; private protected int Second { get; } protected int Third; public virtual string Fourth { get; protected set; } = ""; }
        public abstract class Near : Far { [JsonPropertyName("own_first")] private readonly string first = ""; public string Fifth { get; init; } = ""; }
        [Projection("deep")]
        public sealed partial class View : Near
        {
            private readonly int @class = 1; public readonly string @event = ""; private int __double; private (int, int) Pair => (1, 2);
            public string Computed => "x"; public int Set { set => @__ = value; } private int @__;
            public int WithCode { get => @__ + 1; set => @__ = value; }
            private static int shared; private const int Constant = 1; [JsonIgnore] public Action? Left { get; set; }
            [JsonConverter(typeof(Upper))] private string loud = "";
            HANDLERS
        }
        public sealed class Upper : JsonConverter<string>
        {
            public override string? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString();
            public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value);
        }
        """, out _);

    [Theory]
    [InlineData("public static partial class Outer { private partial class Inner { [Projection(\"x\")] private sealed partial class @class { HANDLERS } } }")]
    [InlineData("[Projection(\"x\")] internal partial class View { internal enum Kind { A } public Kind Is { get; set; } HANDLERS }")]
    [InlineData("[Projection(\"x\")] public partial class View { [Key] static string By(Opened e) => e.Owner; [Key] static IEnumerable<long?>? By(in Moved e) => null; void Apply(in Opened e) { } void Apply(in Moved e, EventContext context) { } }")]
    [InlineData("[Projection(\"x\")] public partial class View { private View() { } private View(int x) { } HANDLERS }")]
    [InlineData("public abstract class Base { [Key] protected static string By(Opened e) => e.Owner; protected virtual void Apply(Opened e) { } } [Projection(\"x\")] public partial class View : Base { protected override void Apply(Opened e) { } }")]
    public void Projections_of_every_make_compile(string source) => Everything(source, out _);

    [Fact]
    public void What_holds_one_type_with_an_event_is_written_once() => Everything("""
        public sealed record Money(decimal Amount);
        [Event("paid")] public sealed record Paid(Money Money);
        [Aggregate("till"), Snapshot] public partial class Till { private Money held = new(0); private void Apply(Paid e) => held = e.Money; }
        [Projection("tills", Of = typeof(Till))] public partial class View { public Money Held { get; private set; } = new(0); private void Apply(Paid e) => Held = e.Money; }
        [Decider("purse"), Snapshot] public partial record Purse(Money Held) { public static Purse InitialState => new(new Money(0)); private static Purse Evolve(Purse state, Paid e) => new(e.Money); }
        """, out _);

    private static void Everything(string source, out GeneratorRun run)
    {
        run = Generate.Everything(Events + source.Replace("HANDLERS", Handlers, StringComparison.Ordinal)).AssertCompiles().AssertNoWarnings();
        Assert.Contains(run.HintNames(), name => name.EndsWith(".Projection.g.cs", StringComparison.Ordinal));
    }
}
