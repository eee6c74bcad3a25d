using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints the members by which the documents of a projection are queried.</summary>
internal static class FieldEmitter
{
    private const string Runtime = "global::Foldstream";

    // partial class BalanceView
    // {
    //     public static class Fields
    //     {
    //         public static Field<decimal> Balance { get; } = new(FieldPath.Root.Member("balance"), static value => SortableKey.Of(value));
    //
    //         public sealed class MoneyFields(FieldPath path)
    //         {
    //             public Field<decimal> Amount { get; } = new(path.Member("amount"), static value => SortableKey.Of(value));
    //         }
    //     }
    // }
    public static SourceText Emit(TypeNesting nesting, FieldTreeModel tree, ProjectNames names) => nesting
        .Continue("", members => members
            .Line($"/// <summary>The members by which documents of <see cref=\"{nesting.Name}\"/> are queried and sorted.</summary>")
            .Block($"public static class {ProjectionShape.FieldsClass}", body =>
            {
                EmitMembers(body, tree.Members, "public static", $"{Runtime}.FieldPath.Root", names);
                for (var index = 0; index < tree.Classes.Count; index++)
                    EmitClass(tree.Members.Count > 0 || index > 0 ? body.Line() : body, tree.Classes[index], names);
            }))
        .ToSourceText();

    private static void EmitClass(SourceWriter body, FieldClassModel type, ProjectNames names) => body
        .Line("/// <summary>The members of an object inside of documents.</summary>")
        .Line("/// <param name=\"path\">The way to the object.</param>")
        .Block($"public sealed class {type.Name}({Runtime}.FieldPath path)", members => EmitMembers(members, type.Members, "public", "path", names));

    private static void EmitMembers(SourceWriter body, EquatableArray<FieldMemberModel> members, string modifiers, string path, ProjectNames names)
    {
        for (var index = 0; index < members.Count; index++)
        {
            if (index > 0)
                body.Line();
            var member = members[index];
            body
                .Line($"/// <summary>The member <c>{Documented(member.JsonName)}</c>.</summary>")
                .Line($"{modifiers} {TypeOf(member.Field)} {member.Name} {{ get; }} = new({Arguments(member.Field, $"{path}.Member({member.JsonName})", names)});");
        }
    }

    // Without the quotes of the literal.
    private static string Documented(string jsonName) => jsonName.Substring(1, jsonName.Length - 2).Replace("&", "&amp;").Replace("<", "&lt;");

    private static string TypeOf(FieldModel field) => field switch
    {
        ValueFieldModel value => $"{Runtime}.Field<{value.Type}>",
        ListFieldModel { Item: ValueFieldModel value } => $"{Runtime}.ValueListField<{value.Type}>",
        ListFieldModel list => $"{Runtime}.ListField<{TypeOf(list.Item)}>",
        MapFieldModel map => $"{Runtime}.MapField<{TypeOf(map.Item)}>",
        ObjectFieldModel @object => @object.Class,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string Arguments(FieldModel field, string path, ProjectNames names) => field switch
    {
        ValueFieldModel value => $"{path}, {FieldKeyEmitter.Emit(value.Key, names)}",
        ListFieldModel { Item: ValueFieldModel value } => $"{path}, {FieldKeyEmitter.Emit(value.Key, names)}",
        ListFieldModel list => $"{path}, {Item(list.Item, names)}",
        MapFieldModel map => $"{path}, {Item(map.Item, names)}",
        _ => path,
    };

    // static item => new MoneyFields(item)
    private static string Item(FieldModel item, ProjectNames names) => $"static item => new {TypeOf(item)}({Arguments(item, "item", names)})";
}
