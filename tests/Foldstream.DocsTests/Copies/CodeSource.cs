using System.Text.RegularExpressions;
using Foldstream.Generators;
using Foldstream.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.DocsTests;

/// <summary>
/// What a block names as its source: a file, <c>path</c>; a region of it, <c>path#region</c>; or a member of what the generators write for a file,
/// <c>path => hint name#member</c>.
/// </summary>
internal static class CodeSource
{
    private static readonly CompileOptions Options = new()
    {
        AssemblyName = "QuickStart",
        OutputKind = OutputKind.ConsoleApplication,
        References = [typeof(Sqlite.SqliteEventStore).Assembly],
        Generators = () => [new EventJsonGenerator(), new AggregateGenerator(), new DeciderGenerator(), new FoldGenerator(), new ProjectionGenerator(), new SubscriptionGenerator()],
    };

    public static string Read(string source) => source.Split(" => ") switch
    {
        [var path, var generated] => Member(Generated(path, generated.Split('#')[0]), generated.Split('#')[1]),
        _ => source.Split('#') is [var path, var region] ? Region(Repository.Read(path), region) : Repository.Read(source).Trim('\n'),
    };

    private static string Region(string text, string name)
    {
        var match = Regex.Match(text, $@"^[ ]*#region {Regex.Escape(name)}\n(?<body>.*?)^[ ]*#endregion", RegexOptions.Singleline | RegexOptions.Multiline);
        Assert.True(match.Success, $"There is no '#region {name}'.");
        return Outdent(match.Groups["body"].Value);
    }

    private static string Generated(string path, string hintName) =>
        Compile.Generate(Options, Repository.Read(path)).AssertCompiles().Generated(hintName);

    private static string Member(string code, string name)
    {
        var member = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == name);
        return Outdent(member.ToFullString().ReplaceLineEndings("\n"));
    }

    private static string Outdent(string code)
    {
        var lines = code.Trim('\n').Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : "")).TrimEnd('\n');
    }
}
