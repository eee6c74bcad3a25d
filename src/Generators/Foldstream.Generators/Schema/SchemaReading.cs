using System.Globalization;

namespace Foldstream.Generators;

/// <summary>Reads schemas from JSON; <see cref="SchemaWriting"/> is its counterpart.</summary>
internal static class SchemaReading
{
    /// <summary>A version of an event.</summary>
    /// <exception cref="MalformedTextException">It is not written as schemas are.</exception>
    public static EventSchema Read(string name, TreeMember version, params string[] beside)
    {
        var content = version.Value.AsObject(["members", "types", .. beside]);
        var types = content.Find("types") is { } table ? Types(table.Value) : [];
        var reader = new Reader([.. types.Select(type => type.Name)]);
        return new EventSchema(
            name,
            Number(version),
            reader.Members(content.Require("members")),
            types.Select(reader.Definition).OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatableArray());
    }

    private static IReadOnlyList<TreeMember> Types(TreeNode table) => table.AsTable().Members;

    private static int Number(TreeMember version) =>
        int.TryParse(version.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? number
            : throw MalformedTextException.At(version, $"'{version.Name}' is not a version; versions are whole numbers from 1");

    private sealed class Reader(HashSet<string> types)
    {
        public EquatableArray<SchemaMember> Members(TreeNode node) => node.AsTable().Members.Select(Member).ToEquatableArray();

        public SchemaDefinition Definition(TreeMember type)
        {
            var content = type.Value.AsObject("members", "enum", "flags", "discriminator", "cases");
            if (content.Find("enum") is { } @enum)
                return new EnumDefinition(type.Name, @enum.Value.AsTexts(), content.Flag("flags"));
            return content.Find("discriminator") is { } discriminator
                ? new UnionDefinition(type.Name, discriminator.Value.AsText(), Cases(content.Require("cases")))
                : new ObjectDefinition(type.Name, Members(content.Require("members")));
        }

        private EquatableArray<UnionCase> Cases(TreeNode node) =>
            node.AsTable().Members.Select(@case => new UnionCase(@case.Name, Type(@case.Value))).ToEquatableArray();

        private SchemaMember Member(TreeMember member)
        {
            var content = member.Value.AsObject("type", "nullable", "required", "computed", "marks");
            return new SchemaMember(
                member.Name,
                ValueOf(content),
                content.Flag("required"),
                content.Flag("computed"),
                content.Find("marks")?.Value.AsTexts() ?? EquatableArray<string>.Empty);
        }

        private SchemaValue Value(TreeNode node) => ValueOf(node.AsObject("type", "nullable"));

        private SchemaValue ValueOf(TreeObject content) => new(Type(content.Require("type")), content.Flag("nullable"));

        private SchemaType Type(TreeNode node)
        {
            if (node is TreeText text)
                return TypeOf(text);
            var content = node.AsObject("list", "map", "key", "opaque");
            if (content.Find("list") is { } list)
                return new ListSchema(Value(list.Value));
            return content.Find("opaque") is { } opaque
                ? new OpaqueSchema(opaque.Value.AsText())
                : new MapSchema(Type(content.Require("key")), Value(content.Require("map")));
        }

        private SchemaType TypeOf(TreeText text)
        {
            if (!text.Value.StartsWith("#", StringComparison.Ordinal))
                return new ScalarSchema(text.Value);
            var name = text.Value.Substring(1);
            return types.Contains(name) ? new NamedSchema(name) : throw MalformedTextException.At(text, $"no type '{name}' is defined in 'types'");
        }
    }
}
