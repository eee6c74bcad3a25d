namespace Foldstream.Generators;

/// <summary>A subscription or projector, as values.</summary>
/// <param name="Nesting">The class and where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">The category that it reads; null for every category.</param>
/// <param name="Transaction">The type of transaction that a projector works in; null for a subscription.</param>
/// <param name="Events">The events that it handles; the place of one is the number of its handler.</param>
/// <param name="Calls">How the handlers are called: one for each event, or a single one where it takes batches.</param>
/// <param name="TakesBatches">Whether its handler takes whole batches.</param>
/// <param name="Ignored">The events that it sets aside.</param>
internal sealed record SubscriptionModel(
    TypeNesting Nesting,
    string Name,
    string? Category,
    string? Transaction,
    EquatableArray<HandledEvent> Events,
    EquatableArray<HandlerCall> Calls,
    bool TakesBatches,
    EquatableArray<HandledEvent> Ignored);

/// <summary>How a handler is called.</summary>
/// <param name="Arguments">What comes behind the first argument: <c>, context, cancellationToken</c>.</param>
/// <param name="Returns">What the handler returns.</param>
internal sealed record HandlerCall(string Arguments, HandlerReturn Returns);
