namespace Foldstream.Catalogue;

/// <summary>Something stands in the way of writing: one or more problems, each a line that the build understands.</summary>
internal sealed class ToolException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
