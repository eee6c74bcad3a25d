namespace Foldstream.Generators;

/// <summary>Prints the methods of a dictionary.</summary>
internal static class DictionaryShapeEmitter
{
    public static void Emit(SourceWriter writer, DictionaryShape shape, ProjectNames names) => writer
        .Block(ShapeMethods.Read(shape.Type), body => EmitRead(body, shape, names))
        .Line()
        .Block(ShapeMethods.Write(shape.Type), body => EmitWrite(body, shape, names));

    // if (reader.TokenType == JsonTokenType.Null)
    //     return null;
    // EventJsonReading.ExpectObject(ref reader);
    // var entries = new Dictionary<string, int>();
    // while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
    // {
    //     var key = reader.GetString();
    //     reader.Read();
    //     entries[key] = reader.GetInt32();
    // }
    //
    // return entries;
    private static void EmitRead(SourceWriter body, DictionaryShape shape, ProjectNames names)
    {
        ShapeMethods.ReturnNull(body, "null");
        body.Line("global::Foldstream.EventJsonReading.ExpectObject(ref reader);")
            .Line($"var entries = new global::System.Collections.Generic.Dictionary<{shape.KeyType}, {shape.Element}>();")
            .Block("while (reader.Read() && reader.TokenType != global::System.Text.Json.JsonTokenType.EndObject)", block => block
                .Line($"var key = {KeyEmitter.Read(shape.Key, names)};")
                .Line("reader.Read();")
                .Line($"entries[key] = {ValueEmitter.Read(shape.Value, names)};"))
            .Line()
            .Line(shape.IsImmutable ? "return global::System.Collections.Immutable.ImmutableDictionary.CreateRange(entries);" : "return entries;");
    }

    // writer.WriteStartObject();
    // foreach (var entry in value)
    // {
    //     writer.WritePropertyName(entry.Key);
    //     writer.WriteNumberValue(entry.Value);
    // }
    //
    // writer.WriteEndObject();
    private static void EmitWrite(SourceWriter body, DictionaryShape shape, ProjectNames names)
    {
        ShapeMethods.WriteNull(body);
        body.Line("writer.WriteStartObject();")
            .Block("foreach (var entry in value)", block => ValueEmitter.WriteItem(block.Line(KeyEmitter.Write(shape.Key, "entry.Key", names)), shape.Value, "entry.Value", names))
            .Line()
            .Line("writer.WriteEndObject();");
    }
}
