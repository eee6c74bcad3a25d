using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What is stored of an event, read from its symbol: the one truth of the catalogue and of the baseline's rules.</summary>
internal static class EventSchemaShape
{
    /// <summary>The schema; null where the event cannot be stored, which other rules tell.</summary>
    public static EventSchema? Of(INamedTypeSymbol @event)
    {
        if (!EventShape.IsServable(@event) || JsonShape.FindProblems(@event).Count > 0)
            return null;
        var types = new SchemaTypes(new JsonTypes(@event.ContainingAssembly));
        var members = types.MembersOf(new JsonObject(@event));
        return new EventSchema(EventShape.StoredName(@event)!, EventShape.SchemaVersion(@event), members, types.Found);
    }
}
