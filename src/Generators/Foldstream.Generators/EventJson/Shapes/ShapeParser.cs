using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads types that an event holds, each once.</summary>
internal sealed class ShapeParser
{
    private readonly SortedDictionary<string, ShapeModel> shapes = new(StringComparer.Ordinal);

    public EquatableArray<ShapeModel> Found => shapes.Values.ToEquatableArray();

    /// <summary>How a value of a type is read and written.</summary>
    public ValueModel ValueOf(ITypeSymbol type) => JsonTypes.Of(type) switch
    {
        JsonScalar scalar => new(FormOf(scalar.Form), scalar.Name, IsNullable: false),
        JsonNullable nullable => ValueOf(nullable.Value) with { IsNullable = true },
        var other => ShapeOf(other),
    };

    private ValueModel ShapeOf(JsonType type)
    {
        var name = ShapeName.Of(type);
        if (!shapes.ContainsKey(name))
            shapes[name] = Parse(type, name);
        return new(ValueForm.Shape, name, IsNullable: false);
    }

    private ShapeModel Parse(JsonType type, string name) => type switch
    {
        JsonEnum @enum => Parse(@enum, name),
        JsonSequence sequence => new SequenceShape(name, TypeNames.Qualified(type.Symbol), sequence.Form, sequence.IsIndexed, TypeNames.Qualified(sequence.Element), ValueOf(sequence.Element)),
        JsonDictionary dictionary => new DictionaryShape(name, TypeNames.Qualified(type.Symbol), TypeNames.Qualified(dictionary.Value), ValueOf(dictionary.Value)),
        JsonEventReference reference => new EventShapeReference(name, TypeNames.Qualified(type.Symbol), type.Symbol.IsReferenceType, ConverterName.Qualified(reference.Event)),
        JsonObject @object => new ObjectShape(name, ObjectParser.Parse(@object, this)),
        _ => throw new InvalidOperationException($"The type '{type.Symbol}' is not supported, and was not refused."),
    };

    private static EnumShape Parse(JsonEnum type, string name)
    {
        var qualified = TypeNames.Qualified(type.Symbol);
        var members = type.Members.Select(member => new EnumMemberModel(GeneratedFile.Literal(member.Name), $"{qualified}.{TypeNames.Escape(member.Name)}"));
        return new EnumShape(name, qualified, type.IsFlags, members.ToEquatableArray());
    }

    private static ValueForm FormOf(JsonScalarForm form) => form switch
    {
        JsonScalarForm.Boolean => ValueForm.Boolean,
        JsonScalarForm.Number => ValueForm.Number,
        JsonScalarForm.Text => ValueForm.Text,
        _ => ValueForm.Special,
    };
}
