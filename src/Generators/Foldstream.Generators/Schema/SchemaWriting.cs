namespace Foldstream.Generators;

/// <summary>Turns schemas into JSON; <see cref="SchemaReading"/> is its counterpart.</summary>
internal static class SchemaWriting
{
    /// <summary>What is known of a version: its members and types.</summary>
    public static IEnumerable<TreeMember> Of(EventSchema schema)
    {
        yield return new("members", Of(schema.Members));
        if (schema.Types.Count > 0)
            yield return new("types", new TreeObject([.. schema.Types.Select(type => new TreeMember(type.Name, Of(type)))]));
    }

    private static TreeObject Of(EquatableArray<SchemaMember> members) =>
        new([.. members.Select(member => new TreeMember(member.Name, Of(member)))]);

    private static TreeObject Of(SchemaMember member) => Inline(
    [
        .. Of(member.Value).Members,
        .. Flag("required", member.IsRequired),
        .. Flag("computed", member.IsComputed),
        .. member.Marks.Count > 0 ? [new TreeMember("marks", Texts(member.Marks))] : Array.Empty<TreeMember>(),
    ]);

    private static TreeObject Of(SchemaValue value) => Inline([new TreeMember("type", Of(value.Type)), .. Flag("nullable", value.IsNullable)]);

    private static TreeNode Of(SchemaType type) => type switch
    {
        ScalarSchema scalar => new TreeText(scalar.Name),
        NamedSchema named => new TreeText("#" + named.Name),
        ListSchema list => Inline([new TreeMember("list", Of(list.Element))]),
        MapSchema map => Inline([new TreeMember("map", Of(map.Value)), new TreeMember("key", Of(map.Key))]),
        OpaqueSchema opaque => Inline([new TreeMember("opaque", new TreeText(opaque.Name))]),
        _ => throw new InvalidOperationException($"Nobody writes a {type.GetType().Name}."),
    };

    private static TreeObject Of(SchemaDefinition definition) => definition switch
    {
        ObjectDefinition @object => new([new TreeMember("members", Of(@object.Members))]),
        EnumDefinition @enum => Inline([new TreeMember("enum", Texts(@enum.Members)), .. Flag("flags", @enum.IsFlags)]),
        UnionDefinition union => new(
        [
            new TreeMember("discriminator", new TreeText(union.Discriminator)),
            new TreeMember("cases", new TreeObject([.. union.Cases.Select(@case => new TreeMember(@case.Value, Of(@case.Type)))])),
        ]),
        _ => throw new InvalidOperationException($"Nobody writes a {definition.GetType().Name}."),
    };

    private static TreeArray Texts(EquatableArray<string> texts) => new([.. texts.Select(text => new TreeText(text))]);

    private static IEnumerable<TreeMember> Flag(string name, bool isSet) => isSet ? [new(name, new TreeFlag(true))] : [];

    private static TreeObject Inline(IReadOnlyList<TreeMember> members) => new(members, IsInline: true);
}
