namespace Foldstream.Generators;

/// <summary>Prints the list of events that a type handles.</summary>
internal static class EventSetEmitter
{
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
