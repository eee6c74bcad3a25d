using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A declared set of events that is no base type of events, or none of an aggregate or decider.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnusableEventSetRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnusableEventSet,
        "A set of events is declared by a base type",
        "'{0}' cannot be the {1} of {2} '{3}', because {4}: name {5}");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType handling)
    {
        if (DeclaredSet.Find(handling.Attribute, EventInterest.EventsArgument) is { } set && DeclaredSet.FindProblem(set) is { } problem)
            Report(context, handling, EventInterest.EventsArgument, set, "base type of the events", problem, "an interface or a base record that they all have");
        if (DeclaredSet.Find(handling.Attribute, EventInterest.OfArgument) is { TypeKind: not TypeKind.Error } owner && FindProblem(handling, owner) is { } why)
            Report(context, handling, EventInterest.OfArgument, owner, "source of the events", why, "a type that is marked with [Aggregate] or [Decider], or the base type of the events by 'Events'");
    }

    private static string? FindProblem(HandlingType handling, ITypeSymbol owner)
    {
        if (!EventInterest.IsFold(owner))
            return "it is neither an aggregate nor a decider";
        return handling.Interest is { } interest && DeclaredSet.IsHidden(interest)
            ? "it declares no base type, and its assembly was built without the generator, which would list its events"
            : null;
    }

    private static void Report(SymbolAnalysisContext context, HandlingType handling, string argument, ITypeSymbol named, string role, string problem, string instead) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, Place(handling, argument), named.Short(), role, handling.Kind.ToLowerInvariant(), handling.Type.Short(), problem, instead));

    private static Location Place(HandlingType handling, string name)
    {
        var arguments = (handling.Attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments;
        return arguments?.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression.GetLocation() ?? handling.Location;
    }
}
