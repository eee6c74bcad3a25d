using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads what documents can be queried by: their public members, as far as these can be compared.</summary>
internal sealed class FieldParser
{
    private readonly JsonTypes types;
    private readonly Dictionary<string, FieldClassModel> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<ITypeSymbol, string> names = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> taken;

    private FieldParser(JsonTypes types, IEnumerable<string> taken)
    {
        this.types = types;
        this.taken = new(taken, StringComparer.Ordinal) { ProjectionShape.FieldsClass };
    }

    public static FieldTreeModel Parse(StateShape state, JsonTypes types)
    {
        var members = state.Members.Where(member => member.IsPublic).ToList();
        var parser = new FieldParser(types, members.Select(member => member.Symbol.Name));
        var fields = members
            .Select(member => parser.MemberOf(member.Symbol, member.JsonName, parser.FieldOf(types.Of(member.Type, member.Symbol), around: null)))
            .OfType<FieldMemberModel>()
            .ToEquatableArray();
        return new(fields, parser.classes.Values.OrderBy(item => item.Name, StringComparer.Ordinal).ToEquatableArray());
    }

    private FieldMemberModel? MemberOf(ISymbol symbol, string jsonName, FieldModel? field) =>
        field is null ? null : new(TypeNames.Escape(symbol.Name), GeneratedFile.Literal(jsonName), field);

    private FieldModel? FieldOf(JsonType type, JsonObject? around)
    {
        if (FieldShape.FindKind(type) is { } kind)
            return new ValueFieldModel(TypeNames.Qualified(type.Symbol), kind, KeyOf(type));
        return type switch
        {
            JsonNullable nullable => FieldOf(types.Of(nullable.Value), around),
            JsonSequence sequence => FieldOf(types.Of(sequence.Element), around) is { } item ? new ListFieldModel(item) : null,
            JsonDictionary dictionary => FieldOf(types.Of(dictionary.Value), around) is { } item ? new MapFieldModel(item) : null,
            JsonEventReference reference => ObjectOf(new JsonObject(reference.Event), around),
            JsonObject @object => ObjectOf(@object, around),
            _ => null,
        };
    }

    // What holds itself has no end: the member that leads back is left out.
    private ObjectFieldModel? ObjectOf(JsonObject type, JsonObject? around)
    {
        if (around is not null && FieldReach.Leads(type, around.Symbol, types))
            return null;
        if (!names.TryGetValue(type.Symbol, out var name))
        {
            names[type.Symbol] = name = Take(type.Symbol.Name + ProjectionShape.FieldsClass, type);
            classes[name] = new FieldClassModel(name, MembersOf(type));
        }

        return classes[name].Members.Count > 0 ? new ObjectFieldModel(name) : null;
    }

    // What is left out under a condition would count as null.
    private EquatableArray<FieldMemberModel> MembersOf(JsonObject type) => type.Contract.Members
        .Where(member => member.Marks.Ignoring is JsonIgnoring.Never or JsonIgnoring.WhenReading or JsonIgnoring.WhenWritingNull)
        .Select(member => MemberOf(member.Property, member.JsonName, FieldOf(types.Of(member.Property.Type, member.Property), type)))
        .OfType<FieldMemberModel>()
        .ToEquatableArray();

    // No member may have the name of the class around it, nor two classes one name.
    private string Take(string wanted, JsonObject type)
    {
        var members = new HashSet<string>(type.Contract.Members.Select(member => member.Property.Name), StringComparer.Ordinal);
        var name = wanted;
        for (var number = 2; members.Contains(name) || !taken.Add(name); number++)
            name = $"{wanted}{number}";
        return name;
    }

    private static FieldKeyModel KeyOf(JsonType type) => type switch
    {
        JsonNullable nullable when KeyOf(JsonTypes.OfItself(nullable.Value)) is { Form: not FieldKeyForm.Plain } key => new(FieldKeyForm.Nullable, Inner: key),
        JsonEnum => new(FieldKeyForm.Enum, ShapeName.Of(type.Symbol)),
        JsonWrapper { Property: { } property } wrapper => OfWrapper(wrapper, new(FieldKeyForm.Wrapped, TypeNames.Escape(property.Name), KeyOf(JsonTypes.OfItself(property.Type)))),
        JsonScalar { Name: "Uri" } => new(FieldKeyForm.Call, "OriginalString"),
        JsonScalar { Name: "Version" } => new(FieldKeyForm.Call, "ToString()"),
        _ => new(FieldKeyForm.Plain),
    };

    private static FieldKeyModel OfWrapper(JsonWrapper wrapper, FieldKeyModel key) =>
        wrapper.Wrapper.IsReferenceType ? new(FieldKeyForm.Nullable, Inner: key) : key;
}
