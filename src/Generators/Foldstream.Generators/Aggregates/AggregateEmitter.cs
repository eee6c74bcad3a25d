using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints the generated part of an aggregate.</summary>
internal static class AggregateEmitter
{
    private const string Runtime = "global::Foldstream";

    public static SourceText Emit(AggregateModel aggregate)
    {
        var self = aggregate.Nesting.Name;
        var contract = $"{Runtime}.IAggregate<{self}>";
        return aggregate.Nesting.Continue(contract, members =>
        {
            EmitIdentity(members);
            EmitContract(members, aggregate, self, contract);
            EmitDispatch(members, aggregate, self, contract);
            foreach (var handled in aggregate.Handled)
                EmitRaise(members, handled);
        }, EventSetEmitter.Attribute(aggregate.Handled, aggregate.Ignored)).ToSourceText();
    }

    // private readonly global::Foldstream.AggregateHistory aggregateHistory = new();
    //
    // public string Id => aggregateHistory.Stream?.Id ?? "";
    // public long Version => aggregateHistory.Version;
    // public global::System.Collections.Generic.IReadOnlyList<object> PendingEvents => aggregateHistory.Pending;
    private static void EmitIdentity(SourceWriter writer) => writer
        .Line($"private readonly {Runtime}.AggregateHistory aggregateHistory = new();")
        .Line()
        .Line("/// <summary>The id of its stream; empty where it has none yet.</summary>")
        .Line("public string Id => aggregateHistory.Stream?.Id ?? \"\";")
        .Line()
        .Line("/// <summary>How many events made it what it is, those that are not stored yet included.</summary>")
        .Line("public long Version => aggregateHistory.Version;")
        .Line()
        .Line("/// <summary>The events that it has raised and that are not stored yet, in order.</summary>")
        .Line("public global::System.Collections.Generic.IReadOnlyList<object> PendingEvents => aggregateHistory.Pending;");

    // static string global::Foldstream.IAggregate<Account>.Category => "account";
    // static … EventSet => new global::Foldstream.EventDefinition[] { global::AccountOpenedJsonConverter.Definition };
    // global::Foldstream.AggregateHistory global::Foldstream.IAggregate<Account>.History => aggregateHistory;
    // static Account global::Foldstream.IAggregate<Account>.Create() => new();
    private static void EmitContract(SourceWriter writer, AggregateModel aggregate, string self, string contract)
    {
        writer
            .Line()
            .Line($"static string {contract}.Category => {GeneratedFile.Literal(aggregate.Category)};")
            .Line();
        EventSetEmitter.Emit(writer, contract, aggregate.Handled);
        writer
            .Line()
            .Line($"{Runtime}.AggregateHistory {contract}.History => aggregateHistory;")
            .Line()
            .Line($"static {self} {contract}.Create() => new();");
    }

    // static void global::Foldstream.IAggregate<Account>.Apply(Account aggregate, in global::Foldstream.StoredEvent stored)
    // {
    //     switch (stored.Type.Name)
    //     {
    //         case "account-opened":
    //             aggregate.Apply(global::AccountOpenedJsonConverter.Definition.Read(stored));
    //             break;
    //         case "statement-printed":
    //             break; // [Ignores<StatementPrinted>]
    //         default:
    //             throw global::Foldstream.UnknownEventException.For(stored, "aggregate 'Account'");
    //     }
    // }
    private static void EmitDispatch(SourceWriter writer, AggregateModel aggregate, string self, string contract)
    {
        writer
            .Line()
            .Open($"static void {contract}.Apply({self} aggregate, in {Runtime}.StoredEvent stored)")
            .Open("switch (stored.Type.Name)");
        foreach (var handled in aggregate.Handled)
            EmitCase(writer, handled, $"aggregate.Apply({handled.Definition}.Read(stored));", "break;");
        foreach (var ignored in aggregate.Ignored)
            EmitCase(writer, ignored, $"break; // [Ignores<{ignored.Type}>]");
        writer
            .Line("default:")
            .Indented(body => body.Line(
                $"throw {Runtime}.UnknownEventException.For(stored, {GeneratedFile.Literal($"aggregate '{aggregate.Nesting.Name.TrimStart('@')}'")});"))
            .Close()
            .Close();
    }

    private static void EmitCase(SourceWriter writer, HandledEvent handled, params string[] body) => writer
        .Line($"case {GeneratedFile.Literal(handled.StoredName)}:")
        .Indented(inner => inner.Lines(body));

    // private void Raise(global::AccountOpened e)
    // {
    //     Apply(e);
    //     aggregateHistory.Raise(global::AccountOpenedJsonConverter.Definition, e);
    // }
    private static void EmitRaise(SourceWriter writer, HandledEvent handled) => writer
        .Line()
        .Line("/// <summary>Applies an event and keeps it for storing.</summary>")
        .Block($"private void Raise({handled.Type} e)", body => body
            .Line("Apply(e);")
            .Line($"aggregateHistory.Raise({handled.Definition}, e);"));
}
