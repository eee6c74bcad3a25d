namespace Foldstream.Generators;

/// <summary>Prints how the key of a dictionary is read and written.</summary>
internal static class KeyEmitter
{
    private const string Keys = "global::Foldstream.EventJsonKeys";

    // reader.GetString()
    // new AccountId(EventJsonKeys.ReadGuid(ref reader))
    public static string Read(KeyModel key, ProjectNames names) => key.Wrapper is null ? ReadValue(key, names) : $"new {key.Wrapper}({ReadValue(key, names)})";

    // writer.WritePropertyName(entry.Key);
    // EventJsonKeys.Write(writer, entry.Key.Value);
    public static string Write(KeyModel key, string source, ProjectNames names) => WriteValue(key, key.Property is null ? source : $"{source}.{key.Property}", names);

    private static string ReadValue(KeyModel key, ProjectNames names) => key.Form switch
    {
        KeyForm.Text => "reader.GetString()",
        KeyForm.Scalar => $"{Keys}.Read{key.Name}(ref reader)",
        _ => $"{names.QualifiedShapesClass}.{key.Name}.Names.ReadKey(ref reader)",
    };

    private static string WriteValue(KeyModel key, string source, ProjectNames names) => key.Form switch
    {
        KeyForm.Text => $"writer.WritePropertyName({source});",
        KeyForm.Scalar => $"{Keys}.Write(writer, {source});",
        _ => $"{names.QualifiedShapesClass}.{key.Name}.Names.WriteKey(writer, {source});",
    };
}
