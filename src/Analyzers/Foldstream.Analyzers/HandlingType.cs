using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>A type that handles events, whatever it is marked as.</summary>
/// <param name="Kind">"Aggregate" or "Subscription", as a message starts.</param>
/// <param name="Type">The type.</param>
/// <param name="Attribute">What marks it.</param>
/// <param name="Handlers">The methods that are named like handlers.</param>
/// <param name="Interest">The events that it declares; null where its handlers are all there is.</param>
internal abstract record HandlingType(string Kind, INamedTypeSymbol Type, AttributeData Attribute, IReadOnlyList<Handler> Handlers, EventInterest? Interest)
{
    public IEnumerable<INamedTypeSymbol> HandledEvents => Handler.HandledEvents(Handlers);

    /// <summary>Where its attribute marks it: the name in that declaration.</summary>
    public Location Location => Attribute.MarkedType(Type);

    /// <summary>Whether one handler takes all events of the set.</summary>
    public virtual bool HandlesAll => false;

    public static IEnumerable<HandlingType> Of(INamedTypeSymbol type) =>
        Fold.Of(type).Select(HandlingFold.Of).Concat<HandlingType>(Projection.Of(type)).Concat(Subscriber.Of(type));

    /// <summary>How a handler of an event is written.</summary>
    public string Signature(string @event) => Signature(@event, "Task", type => type.Short());

    /// <summary>How a handler of an event is written, with other types as their place calls them.</summary>
    public abstract string Signature(string @event, string task, Func<ITypeSymbol, string> name);

    /// <summary>Whether a method is named like a handler of the event, whatever its shape: another rule speaks of that.</summary>
    public bool HasHandlerFor(INamedTypeSymbol @event) => HandlesAll || Handlers.Any(handler =>
        handler.Method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, @event)));
}
