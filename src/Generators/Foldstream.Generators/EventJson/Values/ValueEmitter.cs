namespace Foldstream.Generators;

/// <summary>Prints how a value is read and written.</summary>
internal static class ValueEmitter
{
    private const string Scalars = "global::Foldstream.EventJsonScalars";
    private const string Null = "global::System.Text.Json.JsonTokenType.Null";

    // reader.TokenType == JsonTokenType.Null ? default(int?) : reader.GetInt32()
    //
    // Typed, because the null alone might convert to the type itself, as it does to Memory<byte>.
    public static string Read(ValueModel value, ProjectNames names) => value.IsNullable
        ? $"reader.TokenType == {Null} ? default({value.NullableType}) : {ReadPresent(value, names)}"
        : ReadPresent(value, names);

    // writer.WriteNumberValue(item);
    public static void WriteItem(SourceWriter writer, ValueModel value, string item, ProjectNames names)
    {
        if (!value.IsNullable)
            writer.Line(WritePresentItem(value, item, names));
        else
            WriteNullable(writer, item, "present", [WritePresentItem(value, "present", names)], "writer.WriteNullValue();");
    }

    // if (value.Amount is { } amount)
    //     writer.WriteNumber(AmountName, amount);
    // else
    //     writer.WriteNull(AmountName);
    public static void WriteNullable(SourceWriter writer, string source, string present, string[] write, string writeNull)
    {
        var head = $"if ({source} is {{ }} {present})";
        if (write.Length == 1)
            writer.Line(head).Indented(block => block.Lines(write)).Line("else").Indented(block => block.Line(writeNull));
        else
            writer.Block(head, block => block.Lines(write)).Block("else", block => block.Line(writeNull)).Line();
    }

    public static string WritePresentItem(ValueModel value, string source, ProjectNames names) => value.Form switch
    {
        ValueForm.Boolean => $"writer.WriteBooleanValue({source});",
        ValueForm.Number => $"writer.WriteNumberValue({source});",
        ValueForm.Text => $"writer.WriteStringValue({source});",
        ValueForm.Special => $"{Scalars}.Write(writer, {source});",
        _ => $"{names.QualifiedShapesClass}.{value.Name}.Write(writer, {source});",
    };

    private static string ReadPresent(ValueModel value, ProjectNames names) => value.Form switch
    {
        ValueForm.Special => $"{Scalars}.Read{value.Name}(ref reader)",
        ValueForm.Shape => $"{names.QualifiedShapesClass}.{value.Name}.Read(ref reader)",
        _ => $"reader.Get{value.Name}()",
    };
}
