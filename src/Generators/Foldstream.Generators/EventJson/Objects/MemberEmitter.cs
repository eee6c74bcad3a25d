namespace Foldstream.Generators;

/// <summary>Prints how a member is written.</summary>
internal static class MemberEmitter
{
    // writer.WriteNumber(AmountName, value.Amount);
    //
    // writer.WritePropertyName(LinesName);
    // BankEventShapes.ListOf__Bank_Line.Write(writer, value.Lines);
    public static void Write(SourceWriter writer, MemberModel member, ProjectNames names)
    {
        var source = $"value.{member.Property}";
        switch (member.Writing)
        {
            case MemberWriting.WhenNotNull:
                WriteIf(writer, $"{source} is {{ }} {member.Local}", WritePresent(member, member.Local, names));
                break;
            case MemberWriting.WhenNotDefault:
                WriteIf(writer, $"!global::System.Collections.Generic.EqualityComparer<{member.Type}>.Default.Equals({source}, default)", WritePresent(member, source, names));
                break;
            case MemberWriting.Always when member.Value.IsNullable:
                ValueEmitter.WriteNullable(writer, source, member.Local, WritePresent(member, member.Local, names), $"writer.WriteNull({member.NameField});");
                break;
            default:
                writer.Lines(WritePresent(member, source, names));
                break;
        }
    }

    // if (value.Note is { } note)
    //     writer.WriteString(NoteName, note);
    private static void WriteIf(SourceWriter writer, string condition, string[] write)
    {
        if (write.Length == 1)
            writer.Line($"if ({condition})").Indented(block => block.Lines(write));
        else
            writer.Block($"if ({condition})", block => block.Lines(write)).Line();
    }

    private static string[] WritePresent(MemberModel member, string source, ProjectNames names) => member.Value.Form switch
    {
        ValueForm.Boolean => [$"writer.WriteBoolean({member.NameField}, {source});"],
        ValueForm.Number => [$"writer.WriteNumber({member.NameField}, {source});"],
        ValueForm.Text => [$"writer.WriteString({member.NameField}, {source});"],
        _ => [$"writer.WritePropertyName({member.NameField});", ValueEmitter.WritePresentItem(member.Value, source, names)],
    };
}
