using System.Globalization;
using System.Text;

namespace Foldstream.Generators;

/// <summary>Writes JSON as a person reviews it: two blanks a level, a member a line, and on one line what is small.</summary>
internal static class TreeWriter
{
    /// <summary>The text, with a line feed at its end.</summary>
    public static string Write(TreeObject root)
    {
        var text = new StringBuilder();
        WriteObject(text, root, 0);
        return text.Append('\n').ToString();
    }

    /// <summary>A text as JSON has it.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
            AppendEscaped(text, character);
        return text.Append('"').ToString();
    }

    private static void Write(StringBuilder text, TreeNode node, int level)
    {
        switch (node)
        {
            case TreeText value:
                text.Append(Quote(value.Value));
                break;
            case TreeNumber number:
                text.Append(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case TreeFlag flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            case TreeArray array:
                WriteArray(text, array, level);
                break;
            case TreeObject @object:
                WriteObject(text, @object, level);
                break;
            default:
                throw new InvalidOperationException($"Nobody writes a {node.GetType().Name}.");
        }
    }

    private static void WriteArray(StringBuilder text, TreeArray array, int level)
    {
        text.Append('[');
        for (var index = 0; index < array.Items.Count; index++)
        {
            text.Append(index == 0 ? "" : ", ");
            Write(text, array.Items[index], level);
        }

        text.Append(']');
    }

    private static void WriteObject(StringBuilder text, TreeObject @object, int level)
    {
        if (@object.Members.Count == 0)
        {
            text.Append("{}");
            return;
        }

        var inner = @object.IsInline ? " " : "\n" + new string(' ', (level + 1) * 2);
        var separator = "{";
        foreach (var member in @object.Members)
        {
            text.Append(separator).Append(inner).Append(Quote(member.Name)).Append(": ");
            Write(text, member.Value, level + 1);
            separator = ",";
        }

        text.Append(@object.IsInline ? " " : "\n" + new string(' ', level * 2)).Append('}');
    }

    private static void AppendEscaped(StringBuilder text, char character)
    {
        if (character is '"' or '\\')
            text.Append('\\').Append(character);
        else if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029')
            text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        else
            text.Append(character);
    }
}
