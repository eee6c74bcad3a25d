using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.TestKit;

/// <summary>A file of a test's project that is no code, as the compiler hands it to generators and analyzers.</summary>
public sealed class FileBesideCode(SourceFile file) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(file.Text, System.Text.Encoding.UTF8);

    /// <inheritdoc/>
    public override string Path => file.Path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
