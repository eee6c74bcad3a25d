using System.Globalization;

namespace Foldstream;

/// <summary>A projection was to run in several partitions, and its documents depend on the order of events of different streams.</summary>
public sealed class NotPartitionableException : FoldstreamException
{
    private NotPartitionableException(string message, string projection, int partitions)
        : base(message)
    {
        Projection = projection;
        Partitions = partitions;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>How many partitions were asked for.</summary>
    public int Partitions { get; }

    internal static NotPartitionableException For(ProjectionDefinition definition, int partitions) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Projection '{definition.Name}' cannot run in {partitions} partitions: a document of it follows from several streams, whose events come in order only where one partition reads all of them. ")
        + "Run it in one, or mark the class with [Projection(…, Commutative = true)] if its events may be applied in any order.",
        definition.Name,
        partitions);
}
