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
            default:
                WriteAlways(writer, member.Value, member.NameField, source, member.Local, names);
                break;
        }
    }

    /// <summary>Prints how a value is written under a name, whatever it is.</summary>
    public static void WriteAlways(SourceWriter writer, ValueModel value, string nameField, string source, string present, ProjectNames names)
    {
        if (value.IsNullable)
            ValueEmitter.WriteNullable(writer, source, present, WritePresent(value, nameField, present, names), $"writer.WriteNull({nameField});");
        else
            writer.Lines(WritePresent(value, nameField, source, names));
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

    private static string[] WritePresent(MemberModel member, string source, ProjectNames names) => WritePresent(member.Value, member.NameField, source, names);

    private static string[] WritePresent(ValueModel value, string nameField, string source, ProjectNames names) => value.Form switch
    {
        ValueForm.Boolean => [$"writer.WriteBoolean({nameField}, {source});"],
        ValueForm.Number => [$"writer.WriteNumber({nameField}, {source});"],
        ValueForm.Text => [$"writer.WriteString({nameField}, {source});"],
        _ => [$"writer.WritePropertyName({nameField});", ValueEmitter.WritePresentItem(value, source, names)],
    };
}
