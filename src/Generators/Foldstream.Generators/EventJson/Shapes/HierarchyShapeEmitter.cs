namespace Foldstream.Generators;

/// <summary>Prints the methods of a type that stands for others.</summary>
internal static class HierarchyShapeEmitter
{
    private const string Choosing = "global::Foldstream.EventJsonKinds";
    private const string Encoded = "global::System.Text.Json.JsonEncodedText";

    public static void Emit(SourceWriter writer, HierarchyShape shape, ProjectNames names)
    {
        EmitTexts(writer, shape);
        writer.Block(ShapeMethods.Read(shape.Type), body => EmitRead(body, shape, names))
            .Line()
            .Block(ShapeMethods.Write(shape.Type), body => EmitWrite(body, shape, names));
    }

    // private static readonly JsonEncodedText Discriminator = JsonEncodedText.Encode("$type");
    // private static readonly JsonEncodedText Kind1 = JsonEncodedText.Encode("circle");
    private static void EmitTexts(SourceWriter writer, HierarchyShape shape)
    {
        writer.Line($"private static readonly {Encoded} Discriminator = {Encoded}.Encode({shape.Discriminator});");
        foreach (var (kind, number) in Numbered(shape).Where(pair => pair.Kind.IsText))
            writer.Line($"private static readonly {Encoded} Kind{number} = {Encoded}.Encode({kind.Id});");
        writer.Line();
    }

    // if (!EventJsonKinds.ReadDiscriminator(ref reader, "$type"u8))
    //     throw EventJsonKinds.NoKind("Figure", "$type");
    // if (EventJsonKinds.IsKind(ref reader, "circle"u8))
    //     return BankEventShapes.KindOf__Bank_Figure__Bank_Circle.ReadMembers(ref reader);
    // throw EventJsonKinds.UnknownKind(ref reader, "Figure");
    private static void EmitRead(SourceWriter body, HierarchyShape shape, ProjectNames names)
    {
        ShapeMethods.ReturnNull(body, "null");
        var self = shape.Kinds.FirstOrDefault(kind => kind.Id is null);
        body.Line($"if (!{Choosing}.ReadDiscriminator(ref reader, {shape.Discriminator}u8))")
            .Indented(block => block.Line(self is null ? $"throw {Choosing}.NoKind(\"{shape.Simple}\", {shape.Discriminator});" : ReadMembers(self, names)));
        foreach (var kind in shape.Kinds.Where(kind => kind.Id is not null))
            body.Line($"if ({Choosing}.IsKind(ref reader, {kind.Id}{(kind.IsText ? "u8" : "")}))").Indented(block => block.Line(ReadMembers(kind, names)));
        body.Line($"throw {Choosing}.UnknownKind(ref reader, \"{shape.Simple}\");");
    }

    private static string ReadMembers(KindModel kind, ProjectNames names) => $"return {names.QualifiedShapesClass}.{kind.Shape}.ReadMembers(ref reader);";

    // writer.WriteStartObject();
    // var type = value.GetType();
    // if (type == typeof(Circle))
    // {
    //     writer.WriteString(Discriminator, Kind1);
    //     BankEventShapes.KindOf__Bank_Figure__Bank_Circle.WriteMembers(writer, (Circle)value);
    // }
    // else
    // {
    //     throw EventJsonKinds.UnlistedKind(type, "Figure");
    // }
    //
    // writer.WriteEndObject();
    private static void EmitWrite(SourceWriter body, HierarchyShape shape, ProjectNames names)
    {
        ShapeMethods.WriteNull(body);
        body.Line("writer.WriteStartObject();").Line("var type = value.GetType();");
        foreach (var (kind, number) in Numbered(shape))
        {
            body.Block($"{(number == 1 ? "" : "else ")}if (type == typeof({kind.Type}))", block =>
            {
                if (kind.Id is not null)
                    block.Line(kind.IsText ? $"writer.WriteString(Discriminator, Kind{number});" : $"writer.WriteNumber(Discriminator, {kind.Id});");
                block.Line($"{names.QualifiedShapesClass}.{kind.Shape}.WriteMembers(writer, ({kind.Type})value);");
            });
        }

        body.Block("else", block => block.Line($"throw {Choosing}.UnlistedKind(type, \"{shape.Simple}\");"))
            .Line()
            .Line("writer.WriteEndObject();");
    }

    private static IEnumerable<(KindModel Kind, int Number)> Numbered(HierarchyShape shape) => shape.Kinds.Select((kind, index) => (kind, index + 1));
}
