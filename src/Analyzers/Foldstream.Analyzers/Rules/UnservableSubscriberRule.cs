using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A subscription or projector that nobody could run, or whose name or category is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnservableSubscriberRule() : SubscriberRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnservableSubscriber,
        "Subscriptions and projectors are classes with a name in kebab-case",
        "'{0}' cannot be a {1}: {2}");

    protected override void Analyze(SymbolAnalysisContext context, Subscriber subscriber)
    {
        if (SubscriptionShape.FindProblem(subscriber.Type) is not TypeProblem.None and var problem)
            Report(context, subscriber, subscriber.Location, Explain(problem));
        if (SubscriptionShape.Name(subscriber.Type, subscriber.Form) is null)
            Report(context, subscriber, subscriber.Attribute.FirstArgument(subscriber.Type), $"its name has to be a lower-case letter and up to 39 lower-case letters, digits or '-', such as \"{SuggestName(subscriber)}\"");
        if (SubscriptionShape.FindWrongCategory(subscriber.Attribute) is { } category)
            Report(context, subscriber, subscriber.Attribute.Whole(subscriber.Type), $"no stream has the category \"{category}\"; a category is a letter or digit, then up to 63 letters, digits, '.', '_' or '-'");
    }

    /// <summary>The name that follows from that of the type.</summary>
    public static string SuggestName(Subscriber subscriber) => KebabCase.Of(subscriber.Type.Name, subscriber.Kind);

    private static string Explain(TypeProblem problem) => problem == TypeProblem.Record
        ? "it is a record, which stands for a value; make it a class"
        : problem.Explain();

    private static void Report(SymbolAnalysisContext context, Subscriber subscriber, Location location, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, subscriber.Type.Short(), subscriber.Kind.ToLowerInvariant(), reason));
}
