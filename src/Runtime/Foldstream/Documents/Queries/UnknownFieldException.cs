namespace Foldstream;

/// <summary>The documents of a projection have no field at a path.</summary>
public sealed class UnknownFieldException : FoldstreamException
{
    internal UnknownFieldException(string projection, string path, string unknown, string parent, IReadOnlyList<string> known)
        : base($"Projection '{projection}' has no field '{path}': {Describe(parent)} has no '{unknown}', but {(known.Count == 0 ? "no members at all" : string.Join(", ", known))}.")
    {
        Projection = projection;
        Path = path;
        Known = known;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The path that was asked for.</summary>
    public string Path { get; }

    /// <summary>What there is at the place where the path leaves the document.</summary>
    public IReadOnlyList<string> Known { get; }

    private static string Describe(string parent) => parent.Length == 0 ? "the document" : $"'{parent}'";
}
