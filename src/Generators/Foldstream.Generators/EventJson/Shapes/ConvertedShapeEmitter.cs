namespace Foldstream.Generators;

/// <summary>Prints the methods of a type that a converter of the user's reads and writes.</summary>
internal static class ConvertedShapeEmitter
{
    // private static readonly EventJsonCustom<Money> Custom = new(new MoneyConverter());
    //
    // public static Money Read(ref Utf8JsonReader reader) => Custom.Read(ref reader);
    //
    // public static void Write(Utf8JsonWriter writer, Money value) => Custom.Write(writer, value);
    public static void Emit(SourceWriter writer, ConvertedShape shape) => writer
        .Line($"private static readonly global::Foldstream.EventJsonCustom<{shape.Type}> Custom = new(new {shape.Converter}());")
        .Line()
        .Line($"{ShapeMethods.Read(shape.Type)} => Custom.Read(ref reader);")
        .Line()
        .Line($"{ShapeMethods.Write(shape.Type)} => Custom.Write(writer, value);");
}
