using Microsoft.CodeAnalysis;

namespace Foldstream.Generators.Tests;

/// <summary>A fold of one handler, by its body.</summary>
internal static class HandlerBodies
{
    /// <summary>The fingerprint of an aggregate with <c>N</c>, <c>Text</c>, <c>Items</c> and one handler of <c>Happened(N, Text)</c>.</summary>
    public static string Fingerprint(string body, string usings = "") => Of($$"""
        {{usings}}
        [Event("happened")] public sealed record Happened(int N, string? Text);

        [Aggregate("a")]
        public partial class A
        {
            public int N { get; private set; }
            public string? Text { get; private set; }
            public List<int> Items { get; } = [];

            private void Apply(Happened e)
            {
                {{body}}
            }

            private static int Minus(int a, int b) => a - b;
            private static T Same<T>(T value) => value;
        }
        """, "A.AggregateFold.g.cs");

    /// <summary>The fingerprint of the only fold; the sources have to compile, what is generated beside it is left aside.</summary>
    public static string Of(SourceFile source, string hintName)
    {
        var run = Generate.Folds(source);
        Assert.DoesNotContain(run.Input.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return Tests.Fingerprint.In(run, hintName);
    }
}
