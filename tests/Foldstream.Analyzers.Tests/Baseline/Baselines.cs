using Foldstream.Generators;
using Foldstream.TestKit;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers.Tests;

/// <summary>The baselines of tests: as they would have been written for earlier code.</summary>
internal static class Baselines
{
    public static SourceFile File(string text) => new(SchemaBaseline.File, text);

    /// <summary>The baseline of code, as the build would write it.</summary>
    public static SourceFile Of(string code) => File(Schemas(code).Aggregate(SchemaBaseline.Empty, (baseline, schema) => baseline.With(schema)).ToText());

    /// <summary>The schemas of all events of code.</summary>
    public static IReadOnlyList<EventSchema> Schemas(string code)
    {
        var run = Compile.Generate(RuleTestDefaults.Options, "global using Foldstream;\nglobal using System.Text.Json.Serialization;\n" + code).AssertCompiles();
        return [.. KnownEvents.Of(run.Output).Own.Select(EventSchemaShape.Of).Select(schema => schema ?? throw new ArgumentException("An event of the code has no schema.", nameof(code)))];
    }
}
