namespace Foldstream.PackageTests;

/// <summary>A source file, as symbols name it.</summary>
/// <param name="Name">Its path in the build.</param>
/// <param name="IsEmbedded">Whether the symbols hold its text.</param>
internal sealed record SourceDocument(string Name, bool IsEmbedded);
