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
    //     /// <summary>All events of this assembly, to be read and appended by type.</summary>
    //     public static EventModel Model { get; } = new(
    //         Bank.AccountOpenedJsonConverter.Definition,
    //         Bank.MoneyDepositedJsonConverter.Definition);
    // }
    public static SourceWriter Emit(EventModelModel model, ProjectNames names)
    {
        // An attribute of the assembly stands before any namespace.
        var writer = GeneratedFile.Start("").Line($"[assembly: global::Foldstream.EventModel(typeof({names.QualifiedEventsClass}))]").Line();
        if (names.RootNamespace.Length > 0)
            writer.Line($"namespace {names.RootNamespace};").Line();
        var definitions = model.Events.Select((@event, index) => $"{@event.QualifiedConverter}.Definition" + (index < model.Events.Count - 1 ? "," : ");"));
        return writer
            .Line("/// <summary>The events of this assembly.</summary>")
            .Block($"{model.Accessibility} static class {names.EventsClass}", members => members
                .Line("/// <summary>All events of this assembly, to be appended and read by type.</summary>")
                .Line("public static global::Foldstream.EventModel Model { get; } = new(")
                .Indented(block => block.Lines(definitions)));
    }
}
