namespace Foldstream.Benchmarks;

/// <summary>A hand-written event store of one database: what the toolkit is measured against.</summary>
internal interface IFloor : IDisposable
{
    /// <summary>Appends to a stream that is at a version; -1 for a stream without events.</summary>
    Task AppendAsync(string stream, long expected, OrderPlaced[] events);

    /// <summary>Reads a stream and folds it; gives the total and the version.</summary>
    Task<(decimal Total, long Version)> LoadAsync(string stream);
}
