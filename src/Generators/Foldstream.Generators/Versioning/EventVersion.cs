namespace Foldstream.Generators;

/// <summary>One version of an event, as the chain of its upcasters knows it.</summary>
/// <param name="StoredName">The stored name, as a literal.</param>
/// <param name="Number">The version.</param>
/// <param name="Namespace">The namespace of its converter.</param>
/// <param name="FullName">Its name, as a file is named.</param>
/// <param name="Accessibility">The accessibility of its converter.</param>
/// <param name="Converter">The name of its converter.</param>
/// <param name="Shape">Its type and converter in code.</param>
/// <param name="Upcasters">The steps that it declares, between whichever versions.</param>
internal sealed record EventVersion(
    string StoredName,
    int Number,
    string Namespace,
    string FullName,
    string Accessibility,
    string Converter,
    VersionShape Shape,
    EquatableArray<UpcastStep> Upcasters)
{
    public static EventVersion Of(EventJsonModel model) => new(
        model.StoredName,
        model.Version,
        model.Namespace,
        model.FullName,
        model.Accessibility,
        model.Converter,
        new VersionShape(model.Object.Type, model.QualifiedConverter),
        model.Upcasters);
}
