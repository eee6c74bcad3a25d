using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>An event as the code that handles it names it.</summary>
/// <param name="Type">Its type, <c>global::Bank.AccountOpened</c>.</param>
/// <param name="Definition">Its definition, <c>global::Bank.AccountOpenedJsonConverter.Definition</c>.</param>
/// <param name="StoredName">Its stored name.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record HandledEvent(string Type, string Definition, string StoredName, bool IsPublic)
{
    /// <summary>The events of a set that can be served, one for each stored name: the newest.</summary>
    public static EquatableArray<HandledEvent> Of(IEnumerable<INamedTypeSymbol> events) =>
        Newest(events).Select(Of).ToEquatableArray();

    /// <summary>Those that can be served, one for each stored name: the newest.</summary>
    public static IEnumerable<INamedTypeSymbol> Newest(IEnumerable<INamedTypeSymbol> events) =>
        events.Where(EventShape.IsServable)
            .GroupBy(@event => EventShape.StoredName(@event)!, StringComparer.Ordinal)
            .Select(versions => versions.OrderByDescending(EventShape.SchemaVersion).First());

    /// <summary>The ignored events that can be served and are not handled all the same.</summary>
    public static EquatableArray<HandledEvent> OfIgnored(IEnumerable<INamedTypeSymbol> events, EquatableArray<HandledEvent> handled) =>
        Of(events).Where(ignored => !handled.Any(item => item.StoredName == ignored.StoredName)).ToEquatableArray();

    public static HandledEvent Of(INamedTypeSymbol @event) => new(
        TypeNames.Qualified(@event),
        ConverterName.Qualified(@event) + ".Definition",
        EventShape.StoredName(@event)!,
        ConverterName.Accessibility(@event) == "public");
}
