using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads an event's symbol.</summary>
internal static class EventJsonParser
{
    /// <summary>The event's model; null where it cannot be served, which a rule tells.</summary>
    public static EventJsonModel? Parse(INamedTypeSymbol type)
    {
        if (!EventShape.IsServable(type) || JsonShape.FindProblems(type).Count > 0)
            return null;
        var shapes = new ShapeParser(new JsonTypes(type.ContainingAssembly));
        var members = ObjectParser.Parse(new JsonObject(type), shapes);
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
