namespace Foldstream.Generators;

/// <summary>Prints an event's converter.</summary>
internal static class EventJsonEmitter
{
    // /// <summary>Reads and writes <see cref="AccountOpened"/> as JSON.</summary>
    // public sealed class AccountOpenedJsonConverter : EventJsonConverter<AccountOpened>
    // {
    //     private static readonly JsonEncodedText OwnerName = JsonEncodedText.Encode("owner");
    //     …
    // }
    public static SourceWriter Emit(EventJsonModel model, ProjectNames names) => EventJsonFile.Start(model.Namespace)
        .Line($"/// <summary>Reads and writes <see cref=\"{model.Object.Type}\"/> as JSON.</summary>")
        .Block($"{model.Accessibility} sealed{Partial(model)} class {model.Converter} : global::Foldstream.EventJsonConverter<{model.Object.Type}>", members =>
        {
            ObjectWriteEmitter.EmitNames(members, model.Object);
            EmitDefinition(members, model);
            EmitRead(members, model, names);
            EmitWrite(members, model, names);
            ObjectReadEmitter.EmitAccessors(members, model.Object);
        });

    // The versions before it stand in a file of their own.
    private static string Partial(EventJsonModel model) => model.Version > 1 ? " partial" : "";

    // /// <summary>The converter.</summary>
    // public static AccountOpenedJsonConverter Instance { get; } = new();
    //
    // /// <summary>The event's stored name, its schema version, and the converter.</summary>
    // public static EventDefinition<AccountOpened> Definition { get; } = new("account-opened", 1, Instance);
    private static void EmitDefinition(SourceWriter members, EventJsonModel model) => members
        .Line("/// <summary>The converter.</summary>")
        .Line($"public static {model.Converter} Instance {{ get; }} = new();")
        .Line()
        .Line("/// <summary>The event's stored name, its schema version, and the converter.</summary>")
        .Line($"public static global::Foldstream.EventDefinition<{model.Object.Type}> Definition {{ get; }} = new({model.StoredName}, {model.Version}, Instance);")
        .Line();

    // public override AccountOpened Read(ref Utf8JsonReader reader)
    private static void EmitRead(SourceWriter members, EventJsonModel model, ProjectNames names) => members
        .Line("/// <inheritdoc/>")
        .Block($"public override {model.Object.Type} Read(ref global::System.Text.Json.Utf8JsonReader reader)", body => ObjectReadEmitter.EmitBody(body, model.Object, names))
        .Line();

    // public override void Write(Utf8JsonWriter writer, AccountOpened value)
    private static void EmitWrite(SourceWriter members, EventJsonModel model, ProjectNames names) => members
        .Line("/// <inheritdoc/>")
        .Block($"public override void Write(global::System.Text.Json.Utf8JsonWriter writer, {model.Object.Type} value)", body => ObjectWriteEmitter.EmitBody(body, model.Object, names));
}
