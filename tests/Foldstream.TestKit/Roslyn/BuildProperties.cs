using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.TestKit;

/// <summary>The build properties of a test's project, in the two forms in which Roslyn takes them.</summary>
internal sealed class BuildProperties : AnalyzerConfigOptionsProvider
{
    private readonly Properties _properties;

    public BuildProperties(CompileOptions options)
    {
        var values = new Dictionary<string, string>(AnalyzerConfigOptions.KeyComparer);
        foreach (var (name, value) in options.BuildProperties)
            values[$"build_property.{name}"] = value;
        if (options.RootNamespace is { } rootNamespace)
            values["build_property.RootNamespace"] = rootNamespace;
        _properties = new Properties(values);
    }

    public override AnalyzerConfigOptions GlobalOptions => _properties;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _properties;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _properties;

    /// <summary>The text of a <c>.globalconfig</c> that says the same.</summary>
    public string ToGlobalConfig() =>
        "is_global = true\n" + string.Concat(_properties.Keys.Select(key => _properties.TryGetValue(key, out var value) ? $"{key} = {value}\n" : ""));

    private sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
