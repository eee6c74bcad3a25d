using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>
/// Finds what is raised or decided. The calls may well not bind, since the overload that they need is generated from the missing
/// handler; or they bind to the overload of a base type, as which the event would be stored.
/// </summary>
internal static class AddedEvents
{
    private const string RaiseMethod = "Raise";
    private const string AddMethod = "Add";

    /// <summary>The argument of <c>Raise(…)</c> in an aggregate, of <c>events.Add(…)</c> on a decider's events.</summary>
    public static IEnumerable<AddedEvent> OfCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.ArgumentList.Arguments.Count != 1)
            return [];
        var value = call.ArgumentList.Arguments[0].Expression;
        var folds = call.Expression switch
        {
            IdentifierNameSyntax { Identifier.ValueText: RaiseMethod } => Aggregates(context.ContainingSymbol?.ContainingType),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: RaiseMethod } access => Aggregates(TypeOf(context, access.Expression)),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: AddMethod } access => Deciders(TypeOf(context, access.Expression)),
            _ => [],
        };
        return folds.Select(fold => new AddedEvent(fold, value));
    }

    /// <summary>The elements of <c>[…]</c> and of <c>new Events { … }</c> where these are a decider's events.</summary>
    public static IEnumerable<AddedEvent> OfList(SyntaxNodeAnalysisContext context)
    {
        var (events, values) = context.Node switch
        {
            CollectionExpressionSyntax list =>
                (context.SemanticModel.GetTypeInfo(list, context.CancellationToken).ConvertedType, list.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)),
            InitializerExpressionSyntax { Parent: { } creation } list =>
                (context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type, list.Expressions),
            _ => (null, []),
        };
        return Deciders(events).SelectMany(fold => values.Select(value => new AddedEvent(fold, value)));
    }

    private static ITypeSymbol? TypeOf(SyntaxNodeAnalysisContext context, ExpressionSyntax expression) =>
        context.SemanticModel.GetTypeInfo(expression, context.CancellationToken).Type;

    private static IEnumerable<Fold> Aggregates(ITypeSymbol? type) =>
        type is INamedTypeSymbol named ? Fold.Of(named).Where(fold => !fold.IsDecider) : [];

    private static IEnumerable<Fold> Deciders(ITypeSymbol? events) =>
        events is INamedTypeSymbol { Name: DeciderShape.EventsType, ContainingType: { } decider } && !GeneratedCode.IsWrittenByUser(events)
            ? Fold.Of(decider).Where(fold => fold.IsDecider)
            : [];
}
