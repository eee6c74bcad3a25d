namespace Foldstream.Generators;

/// <summary>Prints how an object is written.</summary>
internal static class ObjectWriteEmitter
{
    // private static readonly JsonEncodedText AmountName = JsonEncodedText.Encode("amount");
    public static void EmitNames(SourceWriter writer, ObjectModel type)
    {
        foreach (var member in type.Written)
        {
            writer.Line($"private static readonly global::System.Text.Json.JsonEncodedText {member.NameField} = "
                + $"global::System.Text.Json.JsonEncodedText.Encode({member.JsonName});");
        }

        if (type.Written.Any())
            writer.Line();
    }

    // writer.WriteStartObject();
    // writer.WriteNumber(AmountName, value.Amount);
    // writer.WriteEndObject();
    public static void EmitBody(SourceWriter writer, ObjectModel type, ProjectNames names)
    {
        writer.Line("writer.WriteStartObject();");
        EmitMembers(writer, type, names);
        writer.Line("writer.WriteEndObject();");
    }

    public static void EmitMembers(SourceWriter writer, ObjectModel type, ProjectNames names)
    {
        foreach (var member in type.Written)
            MemberEmitter.Write(writer, member, names);
    }
}
