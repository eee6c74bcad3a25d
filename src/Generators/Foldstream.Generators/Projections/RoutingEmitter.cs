using System.Globalization;

namespace Foldstream.Generators;

/// <summary>Prints how a stored event finds its handler and its documents.</summary>
internal static class RoutingEmitter
{
    private const string Runtime = "global::Foldstream";

    // static RoutedEvent IProjection<BalanceView>.Route(in StoredEvent stored, EventContext? context, DocumentKeys keys)
    // {
    //     switch (stored.Type.Name)
    //     {
    //         case "account-opened":
    //         {
    //             var e = global::AccountOpenedJsonConverter.Definition.Read(stored);
    //             keys.Add(stored.Stream.Id);
    //             return new(0, e);
    //         }
    //         case "statement-printed":
    //             return RoutedEvent.Ignored; // [Ignores<StatementPrinted>]
    //         default:
    //             throw UnknownEventException.For(stored, "projection 'BalanceView'");
    //     }
    // }
    public static void Emit(SourceWriter writer, ProjectionModel projection, string contract, ProjectNames names)
    {
        writer
            .Open($"static {Runtime}.RoutedEvent {contract}.Route(in {Runtime}.StoredEvent stored, {Runtime}.EventContext? context, {Runtime}.DocumentKeys keys)")
            .Open("switch (stored.Type.Name)");
        for (var number = 0; number < projection.Handled.Count; number++)
            EmitCase(writer, number, projection.Handled[number], names);
        foreach (var ignored in projection.Ignored)
        {
            writer
                .Line($"case {GeneratedFile.Literal(ignored.StoredName)}:")
                .Indented(body => body.Line($"return {Runtime}.RoutedEvent.Ignored; // [Ignores<{ignored.Type}>]"));
        }

        var reader = GeneratedFile.Literal($"projection '{projection.Nesting.Name.TrimStart('@')}'");
        writer
            .Line("default:")
            .Indented(body => body.Line($"throw {Runtime}.UnknownEventException.For(stored, {reader});"))
            .Close()
            .Close();
    }

    /// <summary>A handler's number in code.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void EmitCase(SourceWriter writer, int number, RoutedEventModel handled, ProjectNames names) => writer
        .Line($"case {GeneratedFile.Literal(handled.Event.StoredName)}:")
        .Line("{")
        .Indented(body =>
        {
            body.Line($"var e = {handled.Event.Definition}.Read(stored);");
            EmitKeys(body, handled.Key, names);
            body.Line($"return new({Number(number)}, e);");
        })
        .Line("}");

    // keys.Add(By(e));
    //
    // if (By(e) is { } many)
    // {
    //     foreach (var key in many)
    //         keys.Add(key);
    // }
    private static void EmitKeys(SourceWriter body, RoutedKeyModel? key, ProjectNames names)
    {
        if (key is null)
        {
            body.Line("keys.Add(stored.Stream.Id);");
            return;
        }

        var call = $"{key.Method}(e{(key.TakesContext ? ", context!" : "")})";
        if (!key.IsMany)
            body.Line($"keys.Add({Text(key, call, names)});");
        else
            body.Block($"if ({call} is {{ }} many)", present => present
                .Line("foreach (var key in many)")
                .Indented(loop => loop.Line($"keys.Add({Text(key, "key", names)});")));
    }

    // By(e)?.Value
    private static string Text(RoutedKeyModel key, string source, ProjectNames names)
    {
        var value = key.Property is null ? source : $"{source}{(key.IsNullable ? "?" : "")}.{key.Property}";
        return key.Form switch
        {
            KeyValueForm.Enum => $"{names.QualifiedShapesClass}.{key.Shape}.Names.TextOf({value})",
            _ => value,
        };
    }
}
