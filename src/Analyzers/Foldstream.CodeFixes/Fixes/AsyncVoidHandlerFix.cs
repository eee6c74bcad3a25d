using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Lets an async handler return a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class AsyncVoidHandlerFix() : Fix(RuleIds.AsyncVoidHandler)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<MethodDeclarationSyntax>() is not { } method || finding.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is not { } task)
            yield break;
        var name = task.ToMinimalDisplayString(finding.Model, method.ReturnType.SpanStart);
        yield return new Offer($"Return '{name}'", nameof(AsyncVoidHandlerFix), Edit.Replace(method.ReturnType, name));
    }
}
