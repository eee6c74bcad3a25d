namespace Foldstream.Postgres;

/// <summary>What a fault leaves open.</summary>
internal enum FaultKind
{
    /// <summary>Nothing was stored, and it may go well another time.</summary>
    Passing,

    /// <summary>Whether it was stored is unknown: the connection ended before the answer.</summary>
    Unknown,

    /// <summary>Nothing was stored, and trying again would change nothing.</summary>
    Lasting,
}
