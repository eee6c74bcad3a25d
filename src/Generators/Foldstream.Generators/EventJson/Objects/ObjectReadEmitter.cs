namespace Foldstream.Generators;

/// <summary>Prints how an object is put together from its members.</summary>
internal static class ObjectReadEmitter
{
    private const string Reading = "global::Foldstream.EventJsonReading";
    private const string EndObject = "global::System.Text.Json.JsonTokenType.EndObject";

    // EventJsonReading.ExpectObject(ref reader);
    public static void EmitBody(SourceWriter writer, ObjectModel type, ProjectNames names)
    {
        writer.Line($"{Reading}.ExpectObject(ref reader);");
        EmitMembers(writer, type, discriminator: null, names);
    }

    /// <summary>Prints what follows the start of the object; in a hierarchy, the member that tells the type.</summary>
    public static void EmitMembers(SourceWriter writer, ObjectModel type, string? discriminator, ProjectNames names)
    {
        EmitLocals(writer, type);
        EmitLoop(writer, type, discriminator, names);
        EmitMissing(writer, type);
        EmitResult(writer, type);
    }

    // [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Note")]
    // private static extern void SetNote(MoneyDeposited target, string? value);
    public static void EmitAccessors(SourceWriter writer, ObjectModel type)
    {
        foreach (var member in type.SetByAccessor)
        {
            writer.Line()
                .Line("/// <summary>Reaches the init accessor: where the member is absent, it keeps its initial value.</summary>")
                .Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"set_{member.Name}\")]")
                .Line($"private static extern void {member.Setter}({(type.IsReference ? "" : "ref ")}{member.Declaring} target, {member.Type} value);");
        }
    }

    // decimal amount = default;
    // var hasAmount = false;
    private static void EmitLocals(SourceWriter writer, ObjectModel type)
    {
        foreach (var member in type.Read)
        {
            writer.Line($"{member.Type} {member.Local} = {member.Initial};");
            if (member.Flag is not null)
                writer.Line($"var {member.Flag} = false;");
        }
    }

    // while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
    // {
    //     var member = EventJsonReading.Unescaped(ref reader);
    //     switch (member.Length)
    //     {
    //         case 6 when member.SequenceEqual("amount"u8):
    //             …
    //         default:
    //             reader.TrySkip();
    //             break;
    //     }
    // }
    private static void EmitLoop(SourceWriter writer, ObjectModel type, string? discriminator, ProjectNames names)
    {
        writer.Open($"while (reader.Read() && reader.TokenType != {EndObject})");
        if (type.Read.Any() || discriminator is not null)
            writer.Line($"var member = {Reading}.Unescaped(ref reader);");
        if (type.Read.Any())
        {
            writer.Open("switch (member.Length)");
            foreach (var member in type.Read)
                EmitCase(writer, member, names);
            writer.Line("default:").Indented(block => EmitUnknown(block, discriminator).Line("break;")).Close();
        }
        else
        {
            EmitUnknown(writer, discriminator);
        }

        writer.Close().Line();
    }

    // EventJsonKinds.RefuseDiscriminator(member, "$type"u8);
    // reader.TrySkip();
    private static SourceWriter EmitUnknown(SourceWriter writer, string? discriminator)
    {
        if (discriminator is not null)
            writer.Line($"global::Foldstream.EventJsonKinds.RefuseDiscriminator(member, {discriminator}u8);");
        return writer.Line("reader.TrySkip();");
    }

    // case 6 when member.SequenceEqual("amount"u8):
    //     reader.Read();
    //     amount = reader.GetDecimal();
    //     hasAmount = true;
    //     break;
    private static void EmitCase(SourceWriter writer, MemberModel member, ProjectNames names) => writer
        .Line($"case {member.JsonNameLength} when member.SequenceEqual({member.JsonName}u8):")
        .Indented(block =>
        {
            block.Line("reader.Read();");
            block.Line($"{member.Local} = {ValueEmitter.Read(member.Value, names)}{(member.ForgivesNull ? "!" : "")};");
            if (member.Flag is not null)
                block.Line($"{member.Flag} = true;");
            block.Line("break;");
        });

    // if (!hasAmount)
    //     throw new MissingMemberJsonException("amount");
    private static void EmitMissing(SourceWriter writer, ObjectModel type)
    {
        foreach (var member in type.Required)
        {
            writer.Line($"if (!{member.Flag})")
                .Indented(block => block.Line($"throw new global::Foldstream.MissingMemberJsonException({member.JsonName});"));
        }
    }

    // return new MoneyDeposited(amount) { Currency = currency };
    //
    // var result = new MoneyDeposited(amount);
    // if (hasNote)
    //     SetNote(result, note);
    // return result;
    private static void EmitResult(SourceWriter writer, ObjectModel type)
    {
        if (!type.SetAfterwards.Any())
        {
            writer.Line($"return {Creation(type)};");
            return;
        }

        writer.Line($"var result = {Creation(type)};");
        EmitCopy(writer, type);
        foreach (var member in type.SetAfterwards.Except(type.SetByCopy))
            writer.Line($"if ({member.Flag})").Indented(block => block.Line(Setting(type, member)));
        writer.Line("return result;");
    }

    // if (hasNote || hasText)
    //     result = new Box<int>(amount) { Note = hasNote ? note : result.Note, Text = hasText ? text : result.Text };
    private static void EmitCopy(SourceWriter writer, ObjectModel type)
    {
        if (type.SetByCopy.Any())
        {
            writer.Line($"if ({string.Join(" || ", type.SetByCopy.Select(member => member.Flag))})")
                .Indented(block => block.Line($"result = {Creation(type, type.SetByCopy.Select(member => $"{member.Property} = {member.Flag} ? {member.Local} : result.{member.Property}"))};"));
        }
    }

    private static string Creation(ObjectModel type) => Creation(type, []);

    private static string Creation(ObjectModel type, IEnumerable<string> more)
    {
        var initialized = string.Join(", ", type.Initialized.Select(member => $"{member.Property} = {member.Local}").Concat(more));
        return $"new {type.Type}({string.Join(", ", type.Arguments)})" + (initialized.Length == 0 ? "" : $" {{ {initialized} }}");
    }

    private static string Setting(ObjectModel type, MemberModel member) => member.Setting == MemberSetting.Init
        ? $"{member.Setter}({(type.IsReference ? "" : "ref ")}result, {member.Local});"
        : $"result.{member.Property} = {member.Local};";
}
