namespace Foldstream.Generators;

/// <summary>Prints how the state of a type is read: into a new object, member by member.</summary>
/// <remarks>What was kept under another shape has another fingerprint, so that a member that is missing is an error.</remarks>
internal static class StateReadEmitter
{
    private const string Reading = "global::Foldstream.EventJsonReading";

    // public static Account Read(ref Utf8JsonReader reader)
    // {
    //     EventJsonReading.ExpectObject(ref reader);
    //     var value = new Account();
    //     var hasOwner = false;
    //     while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
    //     {
    //         …
    //     }
    //
    //     if (!hasOwner)
    //         throw new MissingMemberJsonException("owner");
    //     return value;
    // }
    public static void Emit(SourceWriter body, StateJsonModel state, ProjectNames names) => body
        .Block($"public static {state.Type} Read(ref global::System.Text.Json.Utf8JsonReader reader)", block =>
        {
            block.Line($"{Reading}.ExpectObject(ref reader);").Line($"var value = new {state.Type}();");
            foreach (var member in state.Members)
                block.Line($"var {member.Flag} = false;");
            EmitLoop(block, state, names);
            foreach (var member in state.Members)
                block.Line($"if (!{member.Flag})").Indented(missing => missing.Line($"throw new global::Foldstream.MissingMemberJsonException({member.JsonName});"));
            block.Line("return value;");
        });

    private static void EmitLoop(SourceWriter block, StateJsonModel state, ProjectNames names)
    {
        block.Open("while (reader.Read() && reader.TokenType != global::System.Text.Json.JsonTokenType.EndObject)");
        if (state.Members.Count == 0)
        {
            block.Line("reader.TrySkip();").Close().Line();
            return;
        }

        block.Line($"var member = {Reading}.Unescaped(ref reader);").Open("switch (member.Length)");
        foreach (var member in state.Members)
            EmitCase(block, member, names);
        block.Line("default:")
            .Indented(unknown => unknown.Line("reader.TrySkip();").Line("break;"))
            .Close()
            .Close()
            .Line();
    }

    // case 5 when member.SequenceEqual("owner"u8):
    //     reader.Read();
    //     value.Owner = reader.GetString()!;
    //     hasOwner = true;
    //     break;
    private static void EmitCase(SourceWriter block, StateMemberModel member, ProjectNames names) => block
        .Line($"case {member.JsonNameLength} when member.SequenceEqual({member.JsonName}u8):")
        .Indented(body => body
            .Line("reader.Read();")
            .Line($"{member.Target} = {ValueEmitter.Read(member.Value, names)}{(member.ForgivesNull ? "!" : "")};")
            .Line($"{member.Flag} = true;")
            .Line("break;"));
}
