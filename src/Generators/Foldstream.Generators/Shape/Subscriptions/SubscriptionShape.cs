using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>
/// What counts as a subscription or projector, and as a handler of it: <c>Task Handle(TEvent e)</c>, <c>Task Handle(IReadOnlyList&lt;TypedEvent&gt; events)</c>,
/// <c>Task Project(TEvent e, TTransaction transaction)</c>, with an <c>EventContext</c> and a <c>CancellationToken</c> if it wants them, however private.
/// </summary>
internal static class SubscriptionShape
{
    /// <summary>The name; null where the attribute gives none that can be one.</summary>
    public static string? Name(ITypeSymbol type, SubscriberKind kind)
    {
        var name = type.Find(kind.Attribute)?.FirstText();
        return name is not null && ConsumerName.IsValid(name) ? name : null;
    }

    /// <summary>The category that the attribute names and that no stream could have; null where all is well.</summary>
    public static string? FindWrongCategory(AttributeData attribute) =>
        attribute.Named<string>(EventInterest.CategoryArgument) is { } category && !CategoryShape.IsValid(category) ? category : null;

    /// <summary>The methods that are named like handlers, of the type and of its base types, the most derived first.</summary>
    public static IEnumerable<SubscriberHandler> Handlers(INamedTypeSymbol type, SubscriberKind kind) =>
        from declaring in BaseTypes.AndSelf(type)
        from method in declaring.GetMembers(kind.Method).OfType<IMethodSymbol>()
        where method.MethodKind == MethodKind.Ordinary
            && (method.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(declaring, type))
        select SubscriberHandler.Read(method, kind);

    /// <summary>The handlers of single events without a problem, one for each event.</summary>
    public static IEnumerable<SubscriberHandler> EventHandlers(IEnumerable<SubscriberHandler> handlers) => handlers
        .Where(handler => handler.Event is not null)
        .GroupBy<SubscriberHandler, INamedTypeSymbol>(handler => handler.Event!, SymbolEqualityComparer.Default)
        .Select(same => same.First());

    /// <summary>The handler that takes batches; null where there is none.</summary>
    public static SubscriberHandler? FindBatchHandler(IEnumerable<SubscriberHandler> handlers) =>
        handlers.FirstOrDefault(handler => handler is { TakesBatch: true, Problem: HandlerProblem.None });

    /// <summary>The events that it handles: those of its handlers, or all of its set that it does not ignore where it takes batches.</summary>
    public static IEnumerable<INamedTypeSymbol> HandledEvents(INamedTypeSymbol type, SubscriberKind kind, Compilation compilation)
    {
        var handlers = Handlers(type, kind).ToList();
        return FindBatchHandler(handlers) is null
            ? EventHandlers(handlers).Select(handler => handler.Event!)
            : EventInterest.Of(type.Find(kind.Attribute)!)?.Members(KnownEvents.Of(compilation), type).Except(IgnoredEvents.Of(type), SymbolEqualityComparer.Default).Cast<INamedTypeSymbol>() ?? [];
    }

    /// <summary>Why a type cannot be a subscription or projector, what its attribute and its members say left aside.</summary>
    public static TypeProblem FindProblem(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true } => TypeProblem.Record,
        { IsStatic: true } => TypeProblem.Static,
        { IsAbstract: true } => TypeProblem.Abstract,
        _ when EventShape.IsGeneric(type) => TypeProblem.Generic,
        _ when EventShape.IsFileLocal(type) => TypeProblem.FileLocal,
        _ => TypeProblem.None,
    };

    /// <summary>Whether the handlers fit together.</summary>
    public static SubscriberProblem FindProblem(IReadOnlyList<SubscriberHandler> handlers, SubscriberKind kind, AttributeData attribute)
    {
        var right = handlers.Where(handler => handler.Problem == HandlerProblem.None).ToList();
        var batches = right.Where(handler => handler.TakesBatch).ToList();
        return right.Count switch
        {
            0 => SubscriberProblem.NoHandler,
            _ when batches.Count > 0 && right.Count > 1 => SubscriberProblem.BatchBesideOthers,
            _ when batches.Count > 0 && EventInterest.Of(attribute) is null => SubscriberProblem.BatchOfNoSet,
            _ when !kind.TakesTransaction => SubscriberProblem.None,
            _ when right.Any(handler => handler.Transaction is null) => SubscriberProblem.NoTransaction,
            _ when right.Any(handler => !SymbolEqualityComparer.Default.Equals(handler.Transaction, right[0].Transaction)) => SubscriberProblem.SeveralTransactions,
            _ => SubscriberProblem.None,
        };
    }

    /// <summary>Whether the generator serves the type; the rules say why not.</summary>
    public static bool IsServable(INamedTypeSymbol type, SubscriberKind kind) =>
        Name(type, kind) is not null
        && type.Find(kind.Attribute) is { } attribute
        && FindWrongCategory(attribute) is null
        && type is { TypeKind: TypeKind.Class }
        && FindProblem(type) == TypeProblem.None
        && PartialShape.FindNonPartial(type) is null
        && FindProblem([.. Handlers(type, kind)], kind, attribute) == SubscriberProblem.None;
}
