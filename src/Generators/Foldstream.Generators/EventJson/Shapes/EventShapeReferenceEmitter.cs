namespace Foldstream.Generators;

/// <summary>Prints the methods of an event inside of another: its own converter does the work.</summary>
internal static class EventShapeReferenceEmitter
{
    // public static AccountOpened Read(ref Utf8JsonReader reader)
    // {
    //     if (reader.TokenType == JsonTokenType.Null)
    //         return null!;
    //     return AccountOpenedJsonConverter.Instance.Read(ref reader);
    // }
    public static void Emit(SourceWriter writer, EventShapeReference shape) => writer
        .Block(ShapeMethods.Read(shape.Type), body => EmitRead(body, shape))
        .Line()
        .Block(ShapeMethods.Write(shape.IsReference ? $"{shape.Type}?" : shape.Type), body => EmitWrite(body, shape));

    private static void EmitRead(SourceWriter body, EventShapeReference shape)
    {
        if (shape.IsReference)
            ShapeMethods.ReturnNull(body, "null!");
        body.Line($"return {shape.Converter}.Instance.Read(ref reader);");
    }

    private static void EmitWrite(SourceWriter body, EventShapeReference shape)
    {
        if (shape.IsReference)
            ShapeMethods.WriteNull(body);
        body.Line($"{shape.Converter}.Instance.Write(writer, value);");
    }
}
