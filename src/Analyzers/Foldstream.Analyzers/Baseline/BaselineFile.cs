using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Analyzers;

/// <summary>The file with the baseline, as the compiler was given it.</summary>
internal sealed class BaselineFile(AdditionalText file, SourceText text)
{
    public string Path => file.Path;

    /// <summary>The file; null where the project keeps no baseline.</summary>
    public static BaselineFile? Find(IEnumerable<AdditionalText> files, CancellationToken cancellation)
    {
        var file = files.FirstOrDefault(candidate => SchemaBaseline.Is(candidate.Path));
        return file?.GetText(cancellation) is { } text ? new BaselineFile(file, text) : null;
    }

    public bool Is(AdditionalText other) => other.Path == file.Path;

    /// <exception cref="MalformedTextException">It is no baseline.</exception>
    public SchemaBaseline Read() => SchemaBaseline.Parse(text.ToString());

    /// <summary>A place in the file.</summary>
    public Location Place(int start, int length)
    {
        var span = new TextSpan(Math.Min(start, text.Length), Math.Min(length, text.Length - Math.Min(start, text.Length)));
        return Location.Create(Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
