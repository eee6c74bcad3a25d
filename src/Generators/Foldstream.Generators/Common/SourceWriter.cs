using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints C# with indentation: a line at a time, blocks in braces.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder text = new();
    private int level;

    /// <summary>Prints a line at the current indentation; an empty one stays empty.</summary>
    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', level * SpacesPerLevel).Append(line);
        text.Append('\n');
        return this;
    }

    /// <summary>Prints lines, each at the current indentation.</summary>
    public SourceWriter Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Line(line);
        return this;
    }

    /// <summary>Opens a block; <see cref="Close"/> ends it.</summary>
    public SourceWriter Open(string head)
    {
        Line(head).Line("{");
        level++;
        return this;
    }

    /// <summary>Ends the innermost block.</summary>
    public SourceWriter Close(string tail = "")
    {
        level--;
        return Line("}" + tail);
    }

    /// <summary>Prints a block whose content another function prints.</summary>
    public SourceWriter Block(string head, Action<SourceWriter> content)
    {
        Open(head);
        content(this);
        return Close();
    }

    /// <summary>Prints content one level further in.</summary>
    public SourceWriter Indented(Action<SourceWriter> content)
    {
        level++;
        content(this);
        level--;
        return this;
    }

    public SourceText ToSourceText() => SourceText.From(ToString(), Encoding.UTF8);

    public override string ToString() => text.ToString();
}
