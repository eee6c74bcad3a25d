namespace Foldstream.Generators;

/// <summary>Prints the assembly's event model.</summary>
internal static class EventModelEmitter
{
    // [assembly: EventModel(typeof(Bank.BankEvents))]
    //
    // namespace Bank;
    //
    // /// <summary>The events of this assembly.</summary>
    // public static class BankEvents
    // {
    //     /// <summary>All events of this assembly, to be appended and read by type.</summary>
    //     public static EventModel Model { get; } = new(
    //         [
    //             Bank.AccountOpenedJsonConverter.Definition,
    //         ],
    //         [
    //             new(HandlingKind.Aggregate, "Bank.Account", "account", ["account-opened"], []),
    //         ],
    //         Shared.SharedEvents.Model);
    // }
    public static SourceWriter Emit(EventModelModel model, ProjectNames names)
    {
        // An attribute of the assembly stands before any namespace.
        var writer = GeneratedFile.Start("").Line($"[assembly: global::Foldstream.EventModel(typeof({names.QualifiedEventsClass}))]").Line();
        if (names.RootNamespace.Length > 0)
            writer.Line($"namespace {names.RootNamespace};").Line();
        return writer
            .Line("/// <summary>The events of this assembly.</summary>")
            .Block($"{model.Accessibility} static class {names.EventsClass}", members => members
                .Line("/// <summary>All events of this assembly, to be appended and read by type.</summary>")
                .Line("public static global::Foldstream.EventModel Model { get; } = new(")
                .Indented(arguments => EmitArguments(arguments, model)));
    }

    private static void EmitArguments(SourceWriter arguments, EventModelModel model)
    {
        if (model.Handling.Count == 0)
        {
            arguments.Lines(model.Events.Select((@event, index) => $"{@event.QualifiedConverter}.Definition" + (index < model.Events.Count - 1 ? "," : ");")));
            return;
        }

        EmitList(arguments, model.Events.Select(@event => $"{@event.QualifiedConverter}.Definition"), ",");
        EmitList(arguments, model.Handling.Select(Describe), model.Included.Count > 0 ? "," : ");");
        if (model.Included.Count > 0)
            arguments.Line(string.Join(", ", model.Included.Select(included => $"{included.Type}.Model")) + ");");
    }

    // [
    //     Bank.AccountOpenedJsonConverter.Definition,
    // ],
    private static void EmitList(SourceWriter arguments, IEnumerable<string> items, string end) => arguments
        .Line("[")
        .Indented(list => list.Lines(items.Select(item => item + ",")))
        .Line("]" + end);

    // new(HandlingKind.Aggregate, "Bank.Account", "account", ["account-opened"], [])
    private static string Describe(HandlingModel type) =>
        $"new(global::Foldstream.HandlingKind.{type.Kind}, {GeneratedFile.Literal(type.Name)}, {(type.Category is { } category ? GeneratedFile.Literal(category) : "null")}, "
        + $"[{string.Join(", ", type.Handles)}], [{string.Join(", ", type.Ignores)}])";
}
