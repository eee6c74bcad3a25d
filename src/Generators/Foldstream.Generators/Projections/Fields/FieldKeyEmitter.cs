namespace Foldstream.Generators;

/// <summary>Prints how values are brought into their sortable form.</summary>
internal static class FieldKeyEmitter
{
    // static value => SortableKey.Of(value)
    //
    // static value => value is { } present ? SortableKey.Of(BankEventShapes.Bank_Currency.Names.TextOf(present)) : null
    public static string Emit(FieldKeyModel key, ProjectNames names) => $"static value => {Of(key, "value", 0, names)}";

    private static string Of(FieldKeyModel key, string source, int depth, ProjectNames names) => key.Form switch
    {
        FieldKeyForm.Nullable => $"{source} is {{ }} {Present(depth)} ? {Of(key.Inner!, Present(depth), depth + 1, names)} : null",
        FieldKeyForm.Wrapped => Of(key.Inner!, $"{source}.{key.Name}", depth, names),
        FieldKeyForm.Enum => Key($"{names.QualifiedShapesClass}.{key.Name}.Names.TextOf({source})"),
        FieldKeyForm.Call => Key($"{source}?.{key.Name}"),
        _ => Key(source),
    };

    private static string Key(string source) => $"global::Foldstream.SortableKey.Of({source})";

    private static string Present(int depth) => depth == 0 ? "present" : $"present{RoutingEmitter.Number(depth + 1)}";
}
