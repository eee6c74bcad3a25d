namespace Foldstream.Generators;

/// <summary>Prints the methods of a type that wraps one value.</summary>
internal static class WrapperShapeEmitter
{
    // public static AccountId Read(ref Utf8JsonReader reader) => new(reader.GetGuid());
    //
    // public static void Write(Utf8JsonWriter writer, AccountId value)
    // {
    //     writer.WriteStringValue(value.Value);
    // }
    public static void Emit(SourceWriter writer, WrapperShape shape, ProjectNames names) => writer
        .Block(ShapeMethods.Read(shape.Type), body => EmitRead(body, shape, names))
        .Line()
        .Block(ShapeMethods.Write(shape.Type), body => EmitWrite(body, shape, names));

    private static void EmitRead(SourceWriter body, WrapperShape shape, ProjectNames names)
    {
        if (shape.IsReference)
            ShapeMethods.ReturnNull(body, "null");
        body.Line($"return new {shape.Type}({ValueEmitter.Read(shape.Value, names)});");
    }

    private static void EmitWrite(SourceWriter body, WrapperShape shape, ProjectNames names)
    {
        if (shape.IsReference)
            ShapeMethods.WriteNull(body);
        ValueEmitter.WriteItem(body, shape.Value, $"value.{shape.Property}", names);
    }
}
