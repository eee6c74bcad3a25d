namespace Foldstream.Generators.Tests;

/// <summary>Events wherever they stand and whatever they are called.</summary>
public sealed class EventJsonNamesTests
{
    [Fact]
    public void Names_that_differ_by_case_alone_get_files_of_their_own()
    {
        var run = Generate.Events("""
            namespace Bank;
            [Event("one")] public sealed record Order(State State);
            [Event("two")] public sealed record order(state State);
            [Event("three")] public sealed record Other;
            public enum State;
            public enum state;
            """).AssertCompiles();

        Assert.Equal(6, run.HintNames().Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("Bank.Other.Json.g.cs", run.HintNames());
        Assert.DoesNotContain("Bank.Order.Json.g.cs", run.HintNames());
    }

    [Theory]
    [InlineData("""[Event("a")] public record Opened(int Number);""", "Opened.Json.g.cs", "public sealed class OpenedJsonConverter")]
    [InlineData("""namespace Bank; [Event("a")] record Opened(int Number);""", "Bank.Opened.Json.g.cs", "internal sealed class OpenedJsonConverter")]
    [InlineData("""namespace A.B; public class C { internal class D { [Event("a")] public record struct E(F F); public struct F; } }""", "A.B.C.D.E.Json.g.cs", "internal sealed class C_D_EJsonConverter")]
    [InlineData("""namespace @namespace.@class; [Event("a")] public record @event(int @int, @enum @if); public enum @enum { @in }""", "namespace.class.event.Json.g.cs", "public sealed class eventJsonConverter")]
    [InlineData("""namespace नमस्ते; [Event("a")] public record Größe(int é, दिन दिन); public enum दिन { सोमवार }""", null, "public sealed class GrößeJsonConverter")]
    [InlineData("""namespace Bank.System; [Event("a")] public record Opened(string Foldstream, Global global); public record struct Global(int System);""", "Bank.System.Opened.Json.g.cs", "OpenedJsonConverter")]
    [InlineData("""namespace Bank; public record Utf8JsonReader(int A); public class JsonEncodedText; [Event("a")] public record Opened(Utf8JsonReader Reader);""", "Bank.Opened.Json.g.cs", "OpenedJsonConverter")]
    public void Events_stand_anywhere_and_are_called_anything(string source, string? hintName, string expected)
    {
        var run = Generate.Events(source).AssertCompiles().AssertNoWarnings();
        var converter = run.HintNames().Single(name => name.EndsWith(".Json.g.cs", StringComparison.Ordinal));

        Assert.Equal(hintName ?? converter, converter);
        Assert.Contains(expected, run.Generated(converter));
    }

    [Fact]
    public void Names_that_differ_in_dots_and_underscores_alone_get_shapes_of_their_own() => Generate.Events("""
        namespace A.B { public record C(int Number); }
        namespace A { public record B_C(int Number); public class D_ { public record E(int Number); } public class D { public record _E(int Number); } }
        namespace A_B { public record C(int Number); }
        namespace Z { [Event("a")] public record Holds(A.B.C One, A.B_C Two, A_B.C Three, A.D_.E Four, A.D._E Five); }
        """).AssertCompiles();

    [Theory]
    [InlineData("Bank.Core", "Bank.Core", "Bank.Core", "CoreEvents")]
    [InlineData("Bank.Core", "Bank", "Bank", "CoreEvents")]
    [InlineData("Bank.Core", null, "Bank.Core", "CoreEvents")]
    [InlineData("Bank.Core", "", "Bank.Core", "CoreEvents")]
    [InlineData("my-app", "my-app", "my_app", "my_appEvents")]
    [InlineData("1st.2nd", null, "_1st._2nd", "_2ndEvents")]
    [InlineData("Bank.class", "Bank.class", "Bank.@class", "classEvents")]
    public void The_event_model_stands_in_the_root_namespace(string assembly, string? rootNamespace, string expectedNamespace, string expectedClass)
    {
        var options = Generate.EventJson with { AssemblyName = assembly, RootNamespace = rootNamespace };

        var run = Compile.Generate(options, "namespace Elsewhere; [Foldstream.Event(\"a\")] public record Opened(Color Color); public enum Color;").AssertCompiles();

        var model = run.Generated($"{expectedClass}.Model.g.cs");
        Assert.Contains($"namespace {expectedNamespace};", model);
        Assert.Contains($"[assembly: global::Foldstream.EventModel(typeof(global::{expectedNamespace}.{expectedClass}))]", model);
    }
}
