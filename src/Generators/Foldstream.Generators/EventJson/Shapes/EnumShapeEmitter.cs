namespace Foldstream.Generators;

/// <summary>Prints the methods of an enum.</summary>
internal static class EnumShapeEmitter
{
    // internal static readonly EnumJson<Currency> Names = new(
    //     isFlags: false,
    //     ("Euro", Currency.Euro),
    //     ("Dollar", Currency.Dollar));
    //
    // public static Currency Read(ref Utf8JsonReader reader) => Names.Read(ref reader);
    //
    // public static void Write(Utf8JsonWriter writer, Currency value) => Names.Write(writer, value);
    public static void Emit(SourceWriter writer, EnumShape shape)
    {
        var arguments = shape.Members.Select(member => $"({member.Name}, {member.Value})").Prepend($"isFlags: {(shape.IsFlags ? "true" : "false")}").ToList();
        writer.Line($"internal static readonly global::Foldstream.EnumJson<{shape.Type}> Names = new(")
            .Indented(block => block.Lines(arguments.Select((argument, index) => argument + (index < arguments.Count - 1 ? "," : ");"))))
            .Line()
            .Line($"{ShapeMethods.Read(shape.Type)} => Names.Read(ref reader);")
            .Line()
            .Line($"{ShapeMethods.Write(shape.Type)} => Names.Write(writer, value);");
    }
}
