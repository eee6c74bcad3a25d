namespace Foldstream.Generators;

/// <summary>Reads what a node should be, and says where it is not.</summary>
internal static class TreeAccess
{
    /// <summary>An object that has members of these names only.</summary>
    public static TreeObject AsObject(this TreeNode node, params string[] known)
    {
        var @object = node.AsTable();
        foreach (var member in @object.Members)
        {
            if (!known.Contains(member.Name, StringComparer.Ordinal))
                throw MalformedTextException.At(member, $"'{member.Name}' is not known; expected are {string.Join(", ", known.Select(name => $"'{name}'"))}");
        }

        return @object;
    }

    /// <summary>An object that may have members of any name.</summary>
    public static TreeObject AsTable(this TreeNode node) => node as TreeObject ?? throw MalformedTextException.At(node, "an object is expected");

    public static string AsText(this TreeNode node) => (node as TreeText)?.Value ?? throw MalformedTextException.At(node, "a text is expected");

    public static EquatableArray<string> AsTexts(this TreeNode node) => node is TreeArray array
        ? array.Items.Select(AsText).ToEquatableArray()
        : throw MalformedTextException.At(node, "a list of texts is expected");

    public static TreeNode Require(this TreeObject @object, string name) =>
        @object.Find(name)?.Value ?? throw MalformedTextException.At(@object, $"'{name}' is missing");

    /// <summary>A flag; false where it is absent.</summary>
    public static bool Flag(this TreeObject @object, string name) => @object.Find(name)?.Value switch
    {
        null => false,
        TreeFlag flag => flag.Value,
        var other => throw MalformedTextException.At(other, "true or false is expected"),
    };
}
