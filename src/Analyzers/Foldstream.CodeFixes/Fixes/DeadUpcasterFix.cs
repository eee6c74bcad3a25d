using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Raises the version of the event to the one to which the upcaster leads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class DeadUpcasterFix() : Fix(RuleIds.DeadUpcaster)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Type(DeadUpcasterRule.NewestProperty) is { } newest
            && newest.Find(KnownTypes.EventAttribute)?.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax attribute
            && finding.Property(DeadUpcasterRule.VersionProperty) is { } version)
            yield return new Offer($"Make '{newest.Name}' version {version}", nameof(DeadUpcasterFix), AttributeText.WriteNamed(attribute, "Version", version));
    }
}
