namespace Foldstream.Generators;

/// <summary>Prints the part of an event's converter that reads older versions.</summary>
internal static class UpcastChainEmitter
{
    private const string Upcasting = "ref global::Foldstream.EventUpcasting upcasting";

    // partial class OrderPlacedJsonConverter
    // {
    //     private static readonly Upcaster Step1 = new(1, 2, "OrderPlaced.ToV2");
    //     …
    // }
    public static SourceWriter Emit(UpcastChain chain) => EventJsonFile.Start(chain.Newest.Namespace)
        .Block($"{chain.Newest.Accessibility} sealed partial class {chain.Newest.Converter}", members =>
        {
            foreach (var step in chain.Steps)
                members.Line($"private static readonly global::Foldstream.Upcaster {NameOf(step)} = new({Arguments(step)});");
            if (chain.Steps.Count > 0)
                members.Line();
            EmitLists(members, chain);
            if (chain.Steps.Count > 0)
                EmitSwitch(members, chain);
            foreach (var step in chain.Steps)
                EmitStep(members, chain, step);
        });

    private static string NameOf(UpcastStep step) => $"StepFrom{step.From}";

    private static string Arguments(UpcastStep step) =>
        $"{step.From}, {step.To}, {step.Name}" + (step.Takes is { } takes ? $", typeof({takes.Type})" : "");

    // /// <inheritdoc/>
    // protected override IReadOnlyList<Upcaster> Upcasters => [StepFrom1, StepFrom2];
    //
    // /// <inheritdoc/>
    // protected override IReadOnlyList<Type> OlderTypes => [typeof(OrderPlacedV2)];
    private static void EmitLists(SourceWriter members, UpcastChain chain) => members
        .Line("/// <inheritdoc/>")
        .Line($"protected override global::System.Collections.Generic.IReadOnlyList<global::Foldstream.Upcaster> Upcasters => [{string.Join(", ", chain.Steps.Select(NameOf))}];")
        .Line()
        .Line("/// <inheritdoc/>")
        .Line($"protected override global::System.Collections.Generic.IReadOnlyList<global::System.Type> OlderTypes => [{string.Join(", ", chain.Older.Select(type => $"typeof({type})"))}];");

    // /// <inheritdoc/>
    // protected override OrderPlaced Upcast(ref EventUpcasting upcasting)
    // {
    //     switch (upcasting.StoredVersion)
    //     {
    //         case 1:
    //             return From1(upcasting.ReadObject(), ref upcasting);
    //         case 2:
    //             return From2(upcasting.Read(OrderPlacedV2JsonConverter.Instance), ref upcasting);
    //         default:
    //             return base.Upcast(ref upcasting);
    //     }
    // }
    private static void EmitSwitch(SourceWriter members, UpcastChain chain) => members
        .Line()
        .Line("/// <inheritdoc/>")
        .Block($"protected override {chain.Newest.Shape.Type} Upcast({Upcasting})", body => body
            .Block("switch (upcasting.StoredVersion)", cases =>
            {
                foreach (var step in chain.Steps)
                {
                    var read = step.Takes is { } takes ? $"Read({takes.Converter}.Instance)" : "ReadObject()";
                    cases.Line($"case {step.From}:").Indented(inner => inner.Line($"return From{step.From}(upcasting.{read}, ref upcasting);"));
                }

                cases.Line("default:").Indented(inner => inner.Line("return base.Upcast(ref upcasting);"));
            }));

    // private static OrderPlaced From1(JsonObject old, ref EventUpcasting upcasting)
    // {
    //     upcasting.Begin(StepFrom1);
    //     return From2(upcasting.End(OrderPlaced.ToV2(old), OrderPlacedV2JsonConverter.Instance), ref upcasting);
    // }
    private static void EmitStep(SourceWriter members, UpcastChain chain, UpcastStep step)
    {
        var next = chain.Steps.FirstOrDefault(candidate => candidate.From == step.To);
        var result = End(step, next is null ? chain.Newest.Shape : next.Takes);
        members
            .Line()
            .Block($"private static {chain.Newest.Shape.Type} From{step.From}({step.Takes?.Type ?? "global::System.Text.Json.Nodes.JsonObject"} old, {Upcasting})", body => body
                .Line($"upcasting.Begin({NameOf(step)});")
                .Line(next is null ? $"return {result};" : $"return From{next.From}({result}, ref upcasting);"));
    }

    // What a step gives, in the form that is wanted next.
    private static string End(UpcastStep step, VersionShape? wanted) => (step.Gives, wanted) switch
    {
        (null, { } shape) => $"upcasting.End({step.Call}(old), {shape.Converter}.Instance)",
        ({ } shape, null) => $"upcasting.EndAsObject({step.Call}(old), {shape.Converter}.Instance)",
        _ => $"upcasting.End({step.Call}(old))",
    };
}
