namespace Foldstream.Generators;

/// <summary>Prints how the state of a type is written and read.</summary>
internal static class StateJsonEmitter
{
    private const string Runtime = "global::Foldstream";
    private const string Json = "global::System.Text.Json";

    // partial class Account : IAggregate<Account>
    // {
    //     static StateDefinition<Account>? IAggregate<Account>.State => StateJson.Definition;
    //
    //     private static class StateJson
    //     {
    //         …
    //     }
    // }
    public static SourceWriter Emit(StateJsonModel state, ProjectNames names)
    {
        var self = state.Nesting.Name;
        var contract = state.Snapshots is { } snapshots ? $"{Runtime}.{snapshots.Contract}<{self}>" : "";
        return state.Nesting.Continue(EventJsonFile.Start(state.Nesting.Namespace), contract, members =>
        {
            if (state.Snapshots is not null)
                members.Line($"static {Runtime}.StateDefinition<{self}>? {contract}.State => {StateShape.JsonClass}.Definition;").Line();
            members
                .Line($"/// <summary>Writes and reads all that <see cref=\"{state.Type}\"/> holds.</summary>")
                .Block($"private static class {StateShape.JsonClass}", body => EmitClass(body, state, names));
        });
    }

    private static void EmitClass(SourceWriter body, StateJsonModel state, ProjectNames names)
    {
        if (state.Snapshots is { } snapshots)
            EmitDefinition(body, state, snapshots, names);
        if (state.Shape is not null)
            return;
        if (state.Snapshots is not null)
            body.Line();
        EmitNames(body, state);
        EmitWrite(body, state, names);
        body.Line();
        StateReadEmitter.Emit(body, state, names);
        EmitAccessors(body, state);
    }

    // public static readonly StateDefinition<Account> Definition = new(SnapshotPolicy.Every(100), false, Write, Read);
    private static void EmitDefinition(SourceWriter body, StateJsonModel state, SnapshotModel snapshots, ProjectNames names)
    {
        var methods = state.Shape is null ? "" : $"{names.QualifiedShapesClass}.{state.Shape}.";
        var background = snapshots.InBackground ? "true" : "false";
        body.Line($"public static readonly {Runtime}.StateDefinition<{state.Type}> Definition = new({snapshots.Policy ?? "null"}, {background}, {methods}Write, {methods}Read);");
    }

    // private static readonly JsonEncodedText OwnerName = JsonEncodedText.Encode("owner");
    private static void EmitNames(SourceWriter body, StateJsonModel state)
    {
        foreach (var member in state.Members)
            body.Line($"private static readonly {Json}.JsonEncodedText {member.NameField} = {Json}.JsonEncodedText.Encode({member.JsonName});");
        if (state.Members.Count > 0)
            body.Line();
    }

    // public static void Write(Utf8JsonWriter writer, Account value)
    // {
    //     writer.WriteStartObject();
    //     writer.WriteString(OwnerName, value.owner);
    //     writer.WriteEndObject();
    // }
    private static void EmitWrite(SourceWriter body, StateJsonModel state, ProjectNames names) => body
        .Block($"public static void Write({Json}.Utf8JsonWriter writer, {state.Type} value)", block =>
        {
            block.Line("writer.WriteStartObject();");
            foreach (var member in state.Members)
                MemberEmitter.WriteAlways(block, member.Value, member.NameField, member.Source, member.Local, names);
            block.Line("writer.WriteEndObject();");
        });

    // [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Owner>k__BackingField")]
    // private static extern ref string OwnerField(Account value);
    private static void EmitAccessors(SourceWriter body, StateJsonModel state)
    {
        const string Services = "global::System.Runtime.CompilerServices";
        foreach (var member in state.Members.Where(member => member.NeedsAccessor))
        {
            body.Line()
                .Line($"[{Services}.UnsafeAccessor({Services}.UnsafeAccessorKind.Field, Name = {member.Field})]")
                .Line($"private static extern ref {member.Type} {member.Accessor}({member.Declaring} value);");
        }
    }
}
