namespace Foldstream.Generators;

/// <summary>Prints the heads that the methods of all shapes have.</summary>
internal static class ShapeMethods
{
    // public static Money Read(ref Utf8JsonReader reader)
    public static string Read(string type, string name = "Read") => $"public static {type} {name}(ref global::System.Text.Json.Utf8JsonReader reader)";

    // public static void Write(Utf8JsonWriter writer, Money? value)
    public static string Write(string type, string name = "Write") => $"public static void {name}(global::System.Text.Json.Utf8JsonWriter writer, {type} value)";

    // if (reader.TokenType == JsonTokenType.Null)
    //     return null!;
    public static void ReturnNull(SourceWriter writer, string value) => writer
        .Line("if (reader.TokenType == global::System.Text.Json.JsonTokenType.Null)")
        .Indented(block => block.Line($"return {value};"));

    // if (value is null)
    // {
    //     writer.WriteNullValue();
    //     return;
    // }
    public static void WriteNull(SourceWriter writer) => writer
        .Block("if (value is null)", block => block.Line("writer.WriteNullValue();").Line("return;"))
        .Line();
}
