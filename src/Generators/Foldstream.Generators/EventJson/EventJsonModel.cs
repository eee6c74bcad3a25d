namespace Foldstream.Generators;

/// <summary>What is to be known of an event to write its converter.</summary>
/// <param name="Namespace">The event's namespace, where the converter stands.</param>
/// <param name="FullName">The event's name, as a file is named.</param>
/// <param name="Accessibility">The converter's accessibility.</param>
/// <param name="Converter">The converter's name.</param>
/// <param name="QualifiedConverter">The converter's name in code from anywhere.</param>
/// <param name="StoredName">The stored name, as a literal.</param>
/// <param name="Version">The version of the schema.</param>
/// <param name="Upcasters">The steps between versions that it declares.</param>
/// <param name="Object">The event's members.</param>
/// <param name="Shapes">The types that it holds.</param>
internal sealed record EventJsonModel(
    string Namespace,
    string FullName,
    string Accessibility,
    string Converter,
    string QualifiedConverter,
    string StoredName,
    int Version,
    EquatableArray<UpcastStep> Upcasters,
    ObjectModel Object,
    EquatableArray<ShapeModel> Shapes);
