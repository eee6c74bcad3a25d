namespace Foldstream.Sqlite;

/// <summary>What an acknowledged append survives.</summary>
public enum Durability
{
    /// <summary>Power loss: every commit is forced to the disk before it is acknowledged.</summary>
    Full,

    /// <summary>
    /// The end of the process only. When the machine loses power or its system crashes, the last acknowledged appends may be
    /// gone; the log stays intact up to there. Several times faster for single appends.
    /// </summary>
    Normal,
}
