using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints the generated part of a decider.</summary>
internal static class DeciderEmitter
{
    private const string Runtime = "global::Foldstream";

    public static SourceText Emit(DeciderModel decider)
    {
        var self = decider.Nesting.Name;
        var contract = $"{Runtime}.IDecider<{self}>";
        var contracts = string.Join(", ", decider.Commands.Select(command => Decides(self, command)).Prepend(contract));
        return decider.Nesting.Continue(contracts, members =>
        {
            EmitContract(members, decider, self, contract);
            EmitEvolve(members, decider, self, contract);
            foreach (var command in decider.Commands)
                EmitDecide(members, self, command);
            EmitEvents(members, decider);
        }, EventSetEmitter.Attribute(decider.Handled, decider.Ignored)).ToSourceText();
    }

    private static string Decides(string self, string command) => $"{Runtime}.IDecides<{self}, {command}>";

    // static string global::Foldstream.IDecider<Wallet>.Category => "wallet";
    // static … EventSet => [ global::MoneyDepositedJsonConverter.Definition ];
    // static Wallet global::Foldstream.IDecider<Wallet>.Initial => InitialState;
    private static void EmitContract(SourceWriter writer, DeciderModel decider, string self, string contract)
    {
        writer
            .Line($"static string {contract}.Category => {GeneratedFile.Literal(decider.Category)};")
            .Line();
        EventSetEmitter.Emit(writer, contract, decider.Handled);
        writer
            .Line()
            .Line($"static {self} {contract}.Initial => {DeciderShape.InitialState};");
    }

    // static Wallet global::Foldstream.IDecider<Wallet>.Evolve(Wallet state, in global::Foldstream.StoredEvent stored) => stored.Type.Name switch
    // {
    //     "money-deposited" => Evolve(state, global::MoneyDepositedJsonConverter.Definition.Read(stored)),
    //     "statement-printed" => state, // [Ignores<StatementPrinted>]
    //     _ => throw global::Foldstream.UnknownEventException.For(stored, "decider 'Wallet'"),
    // };
    private static void EmitEvolve(SourceWriter writer, DeciderModel decider, string self, string contract)
    {
        writer
            .Line()
            .Open($"static {self} {contract}.Evolve({self} state, in {Runtime}.StoredEvent stored) => stored.Type.Name switch");
        foreach (var handled in decider.Handled)
            writer.Line($"{GeneratedFile.Literal(handled.StoredName)} => Evolve(state, {handled.Definition}.Read(stored)),");
        foreach (var ignored in decider.Ignored)
            writer.Line($"{GeneratedFile.Literal(ignored.StoredName)} => state, // [Ignores<{ignored.Type}>]");
        writer
            .Line($"_ => throw {Runtime}.UnknownEventException.For(stored, {GeneratedFile.Literal($"decider '{decider.Nesting.Name.TrimStart('@')}'")}),")
            .Close(";");
    }

    // static global::Foldstream.PendingEvents global::Foldstream.IDecides<Wallet, global::Deposit>.Decide(global::Deposit command, Wallet state) =>
    //     Decide(command, state).Pending;
    private static void EmitDecide(SourceWriter writer, string self, string command) => writer
        .Line()
        .Line($"static {Runtime}.PendingEvents {Decides(self, command)}.Decide({command} command, {self} state) =>")
        .Indented(body => body.Line("Decide(command, state).Pending;"));

    // public sealed class Events : global::System.Collections.Generic.IEnumerable<object>
    // {
    //     internal global::Foldstream.PendingEvents Pending { get; } = new();
    //
    //     public void Add(global::MoneyDeposited e) => Pending.Add(global::MoneyDepositedJsonConverter.Definition, e);
    //     …
    // }
    private static void EmitEvents(SourceWriter writer, DeciderModel decider)
    {
        const string EnumeratorOfObjects = "global::System.Collections.Generic.IEnumerator<object>";
        writer
            .Line()
            .Line("/// <summary>What a decision leads to: events that this decider evolves by, and no others.</summary>")
            .Open($"public sealed class {DeciderShape.EventsType} : global::System.Collections.Generic.IEnumerable<object>")
            .Line($"internal {Runtime}.PendingEvents Pending {{ get; }} = new();");
        foreach (var handled in decider.Handled)
            writer
                .Line()
                .Line("/// <summary>Adds an event.</summary>")
                .Line($"{(handled.IsPublic ? "public" : "internal")} void Add({handled.Type} e) => Pending.Add({handled.Definition}, e);");
        writer
            .Line()
            .Line("/// <summary>The events in order.</summary>")
            .Line($"public {EnumeratorOfObjects} GetEnumerator() => Pending.GetEnumerator();")
            .Line()
            .Line("global::System.Collections.IEnumerator global::System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();")
            .Close();
    }
}
