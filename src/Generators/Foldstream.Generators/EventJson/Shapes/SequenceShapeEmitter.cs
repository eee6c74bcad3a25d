namespace Foldstream.Generators;

/// <summary>Prints the methods of an array or a list.</summary>
internal static class SequenceShapeEmitter
{
    public static void Emit(SourceWriter writer, SequenceShape shape, ProjectNames names) => writer
        .Block(ShapeMethods.Read(shape.Type), body => EmitRead(body, shape, names))
        .Line()
        .Block(ShapeMethods.Write(shape.Type), body => EmitWrite(body, shape, names));

    // if (reader.TokenType == JsonTokenType.Null)
    //     return null;
    // EventJsonReading.ExpectArray(ref reader);
    // var items = new EventJsonItems<int>();
    // while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
    //     items.Add(reader.GetInt32());
    // return items.ToList();
    private static void EmitRead(SourceWriter body, SequenceShape shape, ProjectNames names)
    {
        if (shape.Form != JsonSequenceForm.ImmutableArray)
            ShapeMethods.ReturnNull(body, "null");
        body.Line("global::Foldstream.EventJsonReading.ExpectArray(ref reader);")
            .Line($"var items = new global::Foldstream.EventJsonItems<{shape.Element}>();")
            .Line("while (reader.Read() && reader.TokenType != global::System.Text.Json.JsonTokenType.EndArray)")
            .Indented(block => block.Line($"items.Add({ValueEmitter.Read(shape.Value, names)});"))
            .Line($"return {Finish(shape.Form)};");
    }

    private static string Finish(JsonSequenceForm form) => form switch
    {
        JsonSequenceForm.Array => "items.ToArray()",
        JsonSequenceForm.Set => "items.ToHashSet()",
        JsonSequenceForm.ImmutableArray => "items.ToImmutableArray()",
        JsonSequenceForm.ImmutableList => "items.ToImmutableList()",
        JsonSequenceForm.ImmutableSet => "items.ToImmutableHashSet()",
        _ => "items.ToList()",
    };

    // writer.WriteStartArray();
    // foreach (var item in value)
    // {
    //     writer.WriteNumberValue(item);
    // }
    //
    // writer.WriteEndArray();
    private static void EmitWrite(SourceWriter body, SequenceShape shape, ProjectNames names)
    {
        EmitAbsent(body, shape.Form);
        body.Line("writer.WriteStartArray();")
            .Block(shape.IsIndexed ? "for (var index = 0; index < value.Count; index++)" : "foreach (var item in value)", block =>
                ValueEmitter.WriteItem(block, shape.Value, shape.IsIndexed ? "value[index]" : "item", names))
            .Line()
            .Line("writer.WriteEndArray();");
    }

    // if (value.IsDefault)
    //     throw new InvalidOperationException("An ImmutableArray was never given a value; use ImmutableArray<T>.Empty for none.");
    private static void EmitAbsent(SourceWriter body, JsonSequenceForm form)
    {
        if (form != JsonSequenceForm.ImmutableArray)
        {
            ShapeMethods.WriteNull(body);
            return;
        }

        body.Line("if (value.IsDefault)")
            .Indented(block => block.Line("throw new global::System.InvalidOperationException(\"An ImmutableArray was never given a value; use ImmutableArray<T>.Empty for none.\");"));
    }
}
