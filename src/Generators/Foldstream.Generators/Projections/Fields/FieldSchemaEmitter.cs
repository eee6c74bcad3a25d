namespace Foldstream.Generators;

/// <summary>Prints what documents are made of, for stores.</summary>
internal static class FieldSchemaEmitter
{
    private const string Schema = "global::Foldstream.FieldSchema";

    // Fields = FieldSchema.Object(
    //     ("owner", FieldSchema.Text),
    //     ("price", FieldSchema.Object(
    //         ("amount", FieldSchema.Number)))),
    public static void Emit(SourceWriter writer, FieldTreeModel tree)
    {
        if (tree.Members.Count == 0)
            writer.Line($"Fields = {Schema}.Object(),");
        else
            EmitObject(writer, $"Fields = ", tree.Members, tree, ",");
    }

    private static void EmitObject(SourceWriter writer, string head, EquatableArray<FieldMemberModel> members, FieldTreeModel tree, string tail)
    {
        writer.Line($"{head}{Schema}.Object(");
        writer.Indented(list =>
        {
            for (var index = 0; index < members.Count; index++)
            {
                var end = index < members.Count - 1 ? ")," : $")){tail}";
                EmitField(list, $"({members[index].JsonName}, ", members[index].Field, tree, end);
            }
        });
    }

    private static void EmitField(SourceWriter writer, string head, FieldModel field, FieldTreeModel tree, string tail)
    {
        switch (field)
        {
            case ValueFieldModel value:
                writer.Line($"{head}{Schema}.{value.Kind}{tail}");
                break;
            case ListFieldModel list:
                EmitField(writer, $"{head}{Schema}.List(", list.Item, tree, $"){tail}");
                break;
            case MapFieldModel map:
                EmitField(writer, $"{head}{Schema}.Map(", map.Item, tree, $"){tail}");
                break;
            case ObjectFieldModel @object:
                EmitObject(writer, head, tree.Classes.First(item => item.Name == @object.Class).Members, tree, tail);
                break;
        }
    }
}
