namespace Foldstream.Generators;

/// <summary>Prints the methods of a type that is left to the user's context.</summary>
internal static class DelegatedShapeEmitter
{
    // private static readonly JsonTypeInfo<SortedSet<int>> Info = (JsonTypeInfo<SortedSet<int>>)BankContext.Default.GetTypeInfo(typeof(SortedSet<int>));
    //
    // public static SortedSet<int> Read(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, Info);
    //
    // public static void Write(Utf8JsonWriter writer, SortedSet<int> value) => JsonSerializer.Serialize(writer, value, Info);
    public static void Emit(SourceWriter writer, DelegatedShape shape)
    {
        var info = $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{shape.Type}>";
        writer.Line($"private static readonly {info} Info = ({info}){shape.Context}.Default.GetTypeInfo(typeof({shape.Type}));")
            .Line()
            .Line($"{ShapeMethods.Read(shape.Type)} => global::System.Text.Json.JsonSerializer.Deserialize(ref reader, Info);")
            .Line()
            .Line($"{ShapeMethods.Write(shape.Type)} => global::System.Text.Json.JsonSerializer.Serialize(writer, value, Info);");
    }
}
