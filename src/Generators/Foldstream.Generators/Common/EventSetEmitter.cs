namespace Foldstream.Generators;

/// <summary>Prints the list of events that a type handles.</summary>
internal static class EventSetEmitter
{
    // [global::Foldstream.EventSet(typeof(global::AccountOpened), typeof(global::StatementPrinted))]
    public static string Attribute(EquatableArray<HandledEvent> handled, EquatableArray<HandledEvent> ignored) =>
        $"[global::Foldstream.EventSet({string.Join(", ", handled.Concat(ignored).Select(item => $"typeof({item.Type})"))})]";

    // static global::System.Collections.Generic.IReadOnlyList<global::Foldstream.EventDefinition> global::Foldstream.IAggregate<Account>.EventSet =>
    // [
    //     global::AccountOpenedJsonConverter.Definition,
    // ];
    public static void Emit(SourceWriter writer, string contract, EquatableArray<HandledEvent> handled) => writer
        .Line($"static global::System.Collections.Generic.IReadOnlyList<global::Foldstream.EventDefinition> {contract}.EventSet =>")
        .Line("[")
        .Indented(items => items.Lines(handled.Select(item => item.Definition + ",")))
        .Line("];");
}
