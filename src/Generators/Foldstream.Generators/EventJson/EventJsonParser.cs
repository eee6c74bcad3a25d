using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads an event's symbol.</summary>
internal static class EventJsonParser
{
    /// <summary>The event's model; null where it cannot be served, which a rule tells.</summary>
    public static EventJsonModel? Parse(INamedTypeSymbol type)
    {
        if (!EventShape.IsServable(type))
            return null;
        var @event = new JsonObject(type);
        var types = new JsonTypes(type.ContainingAssembly);
        if (JsonShape.FindProblems(@event, types).Count > 0)
            return null;
        var shapes = new ShapeParser(types);
        var members = ObjectParser.Parse(@event, shapes);
        return new EventJsonModel(
            TypeNames.Namespace(type),
            TypeNames.FullName(type),
            ConverterName.Accessibility(type),
            ConverterName.Simple(type),
            ConverterName.Qualified(type),
            GeneratedFile.Literal(EventShape.StoredName(type)!),
            EventShape.SchemaVersion(type),
            UpcastStep.Of(UpcasterShape.Of(type)),
            members,
            shapes.Found);
    }
}
