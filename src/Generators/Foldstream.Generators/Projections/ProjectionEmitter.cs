using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints the generated part of a projection.</summary>
internal static class ProjectionEmitter
{
    private const string Runtime = "global::Foldstream";
    private const string Json = "global::System.Text.Json";

    public static SourceText Emit(ProjectionModel projection, ProjectNames names)
    {
        var self = projection.Nesting.Name;
        var contract = $"{Runtime}.IProjection<{self}>";
        return projection.Nesting.Continue(contract, members =>
        {
            EmitDefinition(members, projection, contract);
            members
                .Line()
                .Line($"static {self} {contract}.Create() => new();")
                .Line();
            RoutingEmitter.Emit(members, projection, contract, names);
            members.Line();
            EmitDispatch(members, projection, self, contract);
            EmitJson(members, self, contract);
        }).ToSourceText();
    }

    // static ProjectionDefinition IProjection<BalanceView>.Definition { get; } = new()
    // {
    //     Name = "balances",
    //     Category = "account",
    //     EventNames = ["account-opened"],
    //     IsSingleStream = true,
    //     Fields = FieldSchema.Object(
    //         ("owner", FieldSchema.Text)),
    // };
    private static void EmitDefinition(SourceWriter writer, ProjectionModel projection, string contract)
    {
        writer.Open($"static {Runtime}.ProjectionDefinition {contract}.Definition {{ get; }} = new()")
            .Line($"Name = {GeneratedFile.Literal(projection.Name)},");
        if (projection.Category is not null)
            writer.Line($"Category = {GeneratedFile.Literal(projection.Category)},");
        writer.Line($"EventNames = [{string.Join(", ", projection.Handled.Select(handled => GeneratedFile.Literal(handled.Event.StoredName)))}],");
        EmitFlag(writer, "IsSingleStream", projection.IsSingleStream);
        EmitFlag(writer, "IsCommutative", projection.IsCommutative);
        EmitFlag(writer, "UsesContext", projection.UsesContext);
        FieldSchemaEmitter.Emit(writer, projection.Fields);
        if (projection.Indexes.Count > 0)
            writer.Line($"Indexes = [{string.Join(", ", projection.Indexes.Select(name => $"{Runtime}.FieldPath.Root.Member({name})"))}],");
        writer.Close(";");
    }

    private static void EmitFlag(SourceWriter writer, string name, bool value)
    {
        if (value)
            writer.Line($"{name} = true,");
    }

    // static bool IProjection<BalanceView>.Apply(BalanceView document, RoutedEvent routed, EventContext? context)
    // {
    //     switch (routed.Handler)
    //     {
    //         case 0:
    //             document.Apply((global::AccountOpened)routed.Event!);
    //             return true;
    //         default:
    //             throw new global::System.ArgumentOutOfRangeException(nameof(routed), routed.Handler, "projection 'BalanceView' has no such handler.");
    //     }
    // }
    private static void EmitDispatch(SourceWriter writer, ProjectionModel projection, string self, string contract)
    {
        writer
            .Open($"static bool {contract}.Apply({self} document, {Runtime}.RoutedEvent routed, {Runtime}.EventContext? context)")
            .Open("switch (routed.Handler)");
        for (var number = 0; number < projection.Handled.Count; number++)
            EmitCase(writer, number, projection.Handled[number]);
        var complaint = GeneratedFile.Literal($"Projection '{self.TrimStart('@')}' has no such handler.");
        writer
            .Line("default:")
            .Indented(body => body.Line($"throw new global::System.ArgumentOutOfRangeException(nameof(routed), routed.Handler, {complaint});"))
            .Close()
            .Close();
    }

    private static void EmitCase(SourceWriter writer, int number, RoutedEventModel handled) => writer
        .Line($"case {RoutingEmitter.Number(number)}:")
        .Indented(body => body
            .Line($"document.Apply(({handled.Event.Type})routed.Event!{(handled.TakesContext ? ", context!" : "")});")
            .Line(handled.Deletes ? "return false; // [DeletesDocument]" : "return true;"));

    // static void IProjection<BalanceView>.Write(Utf8JsonWriter writer, BalanceView document) => StateJson.Write(writer, document);
    //
    // static BalanceView IProjection<BalanceView>.Read(ref Utf8JsonReader reader) => StateJson.Read(ref reader);
    private static void EmitJson(SourceWriter writer, string self, string contract) => writer
        .Line()
        .Line($"static void {contract}.Write({Json}.Utf8JsonWriter writer, {self} document) => {StateShape.JsonClass}.Write(writer, document);")
        .Line()
        .Line($"static {self} {contract}.Read(ref {Json}.Utf8JsonReader reader) => {StateShape.JsonClass}.Read(ref reader);");
}
