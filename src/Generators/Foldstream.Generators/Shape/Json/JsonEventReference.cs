using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>An event inside of another event: its own converter serves it.</summary>
internal sealed record JsonEventReference(INamedTypeSymbol Event) : JsonType(Event)
{
    // Its parts are those of the object that it is, so that what is wrong with them is told here as well.
    private readonly JsonObject shape = new(Event);

    public override IEnumerable<JsonPart> Parts => shape.Parts;

    public override IEnumerable<JsonFault> Faults => EventShape.IsServable(Event) && HasConverter
        ? shape.Faults
        : [new(null, "is an event that is not generated", "let its own project use the generator, and see what is reported there")];

    // A converter of this compilation is not there yet; one of a reference is, or never will be.
    private bool HasConverter => Event.Locations.Any(location => location.IsInSource)
        || Event.ContainingAssembly.GetTypeByMetadataName(MetadataNames.InNamespaceOf(Event, ConverterName.Simple(Event))) is not null;

    public static JsonEventReference? Claim(ITypeSymbol type) =>
        type is INamedTypeSymbol named && EventShape.IsEvent(named) ? new(named) : null;
}
