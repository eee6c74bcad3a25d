using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads types that an event holds, each once.</summary>
internal sealed class ShapeParser(JsonTypes types)
{
    // A type may hold itself.
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ShapeModel> shapes = new(StringComparer.Ordinal);

    public EquatableArray<ShapeModel> Found => shapes.Values.ToEquatableArray();

    /// <summary>How a value of a type is read and written, at a member whose attributes may say more.</summary>
    public ValueModel ValueOf(ITypeSymbol type, ISymbol? member = null) => types.Of(type, member) switch
    {
        JsonConverted converted => ValueOf(converted),
        JsonScalar scalar => new(FormOf(scalar.Form), scalar.Name, null),
        JsonNullable nullable => ValueOf(nullable.Value) with { NullableType = TypeNames.Qualified(type) },
        var other => ShapeOf(other),
    };

    private ValueModel ValueOf(JsonConverted type)
    {
        var name = ShapeName.OfConverted(type);
        if (begun.Add(name))
            shapes[name] = new ConvertedShape(name, TypeNames.Qualified(type.Target!), TypeNames.Qualified(type.Converter!));
        return new(ValueForm.Shape, name, type.IsNullable ? TypeNames.Qualified(type.Symbol) : null);
    }

    private ValueModel ShapeOf(JsonType type)
    {
        var name = ShapeName.Of(type.Symbol);
        if (begun.Add(name))
            shapes[name] = Parse(type, name);
        return new(ValueForm.Shape, name, null);
    }

    private ShapeModel Parse(JsonType type, string name) => type switch
    {
        JsonEnum @enum => Parse(@enum, name),
        JsonSequence sequence => new SequenceShape(name, TypeNames.Qualified(type.Symbol), sequence.Form, sequence.IsIndexed, TypeNames.Qualified(sequence.Element), ValueOf(sequence.Element)),
        JsonDictionary dictionary => Parse(dictionary, name),
        JsonWrapper wrapper => new WrapperShape(name, TypeNames.Qualified(type.Symbol), type.Symbol.IsReferenceType, TypeNames.Escape(wrapper.Property!.Name), ValueOf(wrapper.Property.Type)),
        JsonEventReference reference => new EventShapeReference(name, TypeNames.Qualified(type.Symbol), type.Symbol.IsReferenceType, ConverterName.Qualified(reference.Event)),
        JsonDelegated delegated => new DelegatedShape(name, TypeNames.Qualified(type.Symbol), TypeNames.Qualified(delegated.Context)),
        JsonHierarchy hierarchy => Parse(hierarchy, name),
        JsonObject @object => new ObjectShape(name, ObjectParser.Parse(@object, this)),
        _ => throw new InvalidOperationException($"The type '{type.Symbol}' is not supported, and was not refused."),
    };

    private DictionaryShape Parse(JsonDictionary type, string name) => new(
        name, TypeNames.Qualified(type.Symbol), type.IsImmutable, TypeNames.Qualified(type.Key), KeyOf(type.Key), TypeNames.Qualified(type.Value), ValueOf(type.Value));

    private KeyModel KeyOf(ITypeSymbol type) => JsonTypes.OfItself(type) switch
    {
        JsonWrapper wrapper => KeyOf(wrapper.Property!.Type) with { Wrapper = TypeNames.Qualified(type), Property = TypeNames.Escape(wrapper.Property.Name) },
        JsonScalar { Name: "String" } => new(KeyForm.Text, "String", null, null),
        JsonScalar scalar => new(KeyForm.Scalar, scalar.Name, null, null),
        var other => new(KeyForm.Enum, ShapeOf(other).Name, null, null),
    };

    private HierarchyShape Parse(JsonHierarchy type, string name)
    {
        var discriminator = GeneratedFile.Literal(type.Discriminator);
        var kinds = type.Kinds.Select(kind => KindOf(name, kind.Object!, discriminator, LiteralOf(kind.Id!)));
        if (type.Self is { } self)
            kinds = kinds.Append(KindOf(name, self, discriminator, null));
        return new HierarchyShape(name, TypeNames.Qualified(type.Symbol), type.Symbol.Name, discriminator, kinds.ToEquatableArray());
    }

    private KindModel KindOf(string hierarchy, JsonObject kind, string discriminator, string? id)
    {
        var name = $"KindOf__{hierarchy}__{ShapeName.Of(kind.Symbol)}";
        if (begun.Add(name))
            shapes[name] = new ObjectShape(name, ObjectParser.Parse(kind, this), discriminator);
        return new KindModel(TypeNames.Qualified(kind.Symbol), id, name);
    }

    private static string LiteralOf(object id) => id is string text ? GeneratedFile.Literal(text) : ((int)id).ToString(CultureInfo.InvariantCulture);

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
